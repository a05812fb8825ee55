using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Parses what operators stand between: values, names, parentheses, lists, with the members and indexes behind them.</summary>
internal sealed class PrimaryParser(TokenStream tokens, ExpressionParser expressions)
{
    /// <summary>Parses one of them.</summary>
    public Expression Parse()
    {
        var start = tokens.Current.Start;
        var expression = ParseHead();
        while (true)
        {
            if (tokens.Current.Kind is TokenKind.Dot or TokenKind.QuestionDot)
            {
                expression = ParseMember(start, expression);
            }
            else if (tokens.Current.Kind == TokenKind.OpenBracket && !tokens.IsAfterSpace)
            {
                expression = ParseIndex(start, expression);
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression ParseHead() => tokens.Current.Kind switch
    {
        TokenKind.Literal => ParseLiteral(tokens.Current.Value),
        TokenKind.Identifier => ParseName(),
        TokenKind.Arguments => ParseArgument(),
        TokenKind.OpenParenthesis => ParseParentheses(),
        TokenKind.OpenBracket => ParseArray(),
        TokenKind.Not or TokenKind.Minus => ParseUnary(),
        _ => throw tokens.Unexpected("an expression"),
    };

    private LiteralExpression ParseLiteral(object? value) => new(tokens.SpanOf(tokens.Take()), value);

    private Expression ParseName()
    {
        var token = tokens.Current;
        var name = (string)token.Value!;
        switch (name)
        {
            case "null":
                return ParseLiteral(null);
            case "true":
                return ParseLiteral(true);
            case "false":
                return ParseLiteral(false);
            case "for" when tokens.Next.Kind == TokenKind.Dot:
                return ParseLoopState();
            default:
                RefuseKeyword(token);
                tokens.Take();
                return new VariableExpression(tokens.SpanOf(token), name);
        }
    }

    private LoopStateExpression ParseLoopState()
    {
        var start = tokens.Take().Start;
        tokens.Take();
        var member = tokens.Take(TokenKind.Identifier, "a member of `for`");
        return LoopStateExpression.IsMember((string)member.Value!)
            ? new LoopStateExpression(tokens.SpanFrom(start), (string)member.Value!)
            : throw tokens.Error(member, $"`for.{member.Value}` is not supported");
    }

    private ArgumentExpression ParseArgument()
    {
        var token = tokens.Take();
        if (token.Value is int position)
        {
            return new ArgumentExpression(tokens.SpanOf(token), position, null);
        }

        if (tokens.Current.Kind != TokenKind.Dot)
        {
            throw tokens.Error(token, "`$` is only supported as `$1` and as `$.name`");
        }

        tokens.Take();
        var name = tokens.Take(TokenKind.Identifier, "the name of an argument");
        RefuseKeyword(name);
        return name.Is("size")
            ? throw tokens.Error(name, "`$.size` is not supported")
            : new ArgumentExpression(tokens.SpanFrom(token.Start), 0, (string)name.Value!);
    }

    private ParenthesizedExpression ParseParentheses()
    {
        var start = tokens.Take().Start;
        var inner = expressions.Parse();
        tokens.Take(TokenKind.CloseParenthesis, "`)`");
        return new ParenthesizedExpression(tokens.SpanFrom(start), inner);
    }

    private ArrayExpression ParseArray()
    {
        var start = tokens.Current.Start;
        tokens.BeginIgnoringNewLines();
        tokens.Take();
        List<Expression> items = [];
        while (tokens.Current.Kind != TokenKind.CloseBracket)
        {
            items.Add(expressions.Parse());
            if (tokens.Current.Kind != TokenKind.Comma)
            {
                break;
            }

            tokens.Take();
        }

        tokens.EndIgnoringNewLines();
        tokens.Take(TokenKind.CloseBracket, "`,` or `]`");
        return new ArrayExpression(tokens.SpanFrom(start), items);
    }

    private Expression ParseUnary()
    {
        var operation = tokens.Take();
        var operand = expressions.ParseOperand();
        var span = tokens.SpanFrom(operation.Start);
        return operation.Kind == TokenKind.Not ? new NotExpression(span, operand) : new NegateExpression(span, operand);
    }

    private MemberExpression ParseMember(int start, Expression target)
    {
        var isOptional = tokens.Take().Kind == TokenKind.QuestionDot;
        var member = tokens.Take(TokenKind.Identifier, "the name of a member");
        if (!Keywords.CanBeMember((string)member.Value!))
        {
            throw tokens.Error(member, $"a member with the name `{member.Value}` is not supported");
        }

        return new MemberExpression(tokens.SpanFrom(start), target, tokens.SpanOf(member), (string)member.Value!, isOptional);
    }

    private IndexExpression ParseIndex(int start, Expression target)
    {
        if (target is not PathExpression)
        {
            throw tokens.Error(tokens.Current, "an index behind anything but a name is not supported");
        }

        tokens.Take();
        var index = expressions.ParseIndex();
        tokens.Take(TokenKind.CloseBracket, "`]`");
        return new IndexExpression(tokens.SpanFrom(start), target, index);
    }

    private void RefuseKeyword(Token name)
    {
        var word = (string)name.Value!;
        if (Keywords.Contains(word))
        {
            throw tokens.Error(name, Keywords.IsUnsupported(word) ? $"`{word}` is not supported" : $"`{word}` is a word of the language and no name");
        }
    }
}
