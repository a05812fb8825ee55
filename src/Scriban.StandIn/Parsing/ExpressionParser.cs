using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>
/// Parses expressions by precedence climbing. A name followed by the beginning of another expression is a call, and its
/// arguments are expressions with operators: <c>f a + b c</c> is <c>f</c> of <c>a + b</c> and <c>c</c>.
/// </summary>
internal sealed class ExpressionParser
{
    private const int UnaryPrecedence = 200;

    private readonly TokenStream _tokens;
    private readonly PrimaryParser _primaries;

    public ExpressionParser(TokenStream tokens)
    {
        _tokens = tokens;
        _primaries = new PrimaryParser(tokens, this);
    }

    /// <summary>Parses an expression with its pipes.</summary>
    public Expression Parse() => ParsePipes(isArgument: false, optionsFollow: false);

    /// <summary>Parses what a <c>for</c> loop goes through; a name after it would be an option of the loop.</summary>
    public Expression ParseList() => ParsePipes(isArgument: false, optionsFollow: true);

    /// <summary>Parses the index of a list; a call needs parentheses there.</summary>
    public Expression ParseIndex() => ParsePipes(isArgument: true, optionsFollow: false);

    /// <summary>Parses what an operator such as <c>!</c> stands before.</summary>
    public Expression ParseOperand() => Parse(UnaryPrecedence, isArgument: false, optionsFollow: false);

    private Expression ParsePipes(bool isArgument, bool optionsFollow)
    {
        var depth = _tokens.Enter();
        var start = _tokens.Current.Start;
        var expression = Parse(0, isArgument, optionsFollow);
        while (_tokens.Current.Kind == TokenKind.Pipe)
        {
            _tokens.Enter();
            _tokens.BeginIgnoringNewLines();
            _tokens.Take();
            _tokens.EndIgnoringNewLines();
            expression = ParsePipeTarget(start, expression);
        }

        _tokens.Leave(depth);
        return expression;
    }

    private CallExpression ParsePipeTarget(int start, Expression piped)
    {
        var first = _tokens.Current;
        return Parse(0, isArgument: false, optionsFollow: false) switch
        {
            CallExpression call => call.WithPiped(_tokens.SpanFrom(start), piped),
            PathExpression path => new CallExpression(_tokens.SpanFrom(start), path, [piped], []),
            _ => throw _tokens.Error(first, "only a function can stand behind a pipe; for more, put the pipe into parentheses"),
        };
    }

    /// <summary>Parses operators that bind tighter than a precedence, or a call.</summary>
    /// <param name="precedence">The precedence.</param>
    /// <param name="isArgument">Whether this is part of an argument, where no other call begins.</param>
    /// <param name="optionsFollow">Whether a name behind the expression is not an argument.</param>
    private Expression Parse(int precedence, bool isArgument, bool optionsFollow)
    {
        var depth = _tokens.Enter();
        var start = _tokens.Current.Start;
        var left = ParseOperators(precedence, isArgument);
        if (!isArgument && StartsArgument(optionsFollow))
        {
            left = ParseCall(start, left, precedence, optionsFollow);
        }

        _tokens.Leave(depth);
        return left;
    }

    private Expression ParseOperators(int precedence, bool isArgument)
    {
        var start = _tokens.Current.Start;
        var left = _primaries.Parse();
        while (BinaryOperator.PrecedenceOf(_tokens.Current.Kind) is var next && next > precedence)
        {
            _tokens.Enter();
            var operation = _tokens.Take();
            var right = Parse(next, isArgument, optionsFollow: false);
            left = BinaryOperator.Create(_tokens.SpanFrom(start), operation.Kind, left, right);
        }

        return _tokens.Current.Kind == TokenKind.Minus ? throw _tokens.Error(_tokens.Current, "`-` between two values is not supported") : left;
    }

    private CallExpression ParseCall(int start, Expression target, int precedence, bool optionsFollow)
    {
        if (target is not PathExpression path)
        {
            throw _tokens.Unexpected("the end of the expression, because what stands before cannot be called");
        }

        List<Expression> arguments = [];
        while (StartsArgument(optionsFollow) && !StartsNamedArgument())
        {
            if (_tokens.Current.Kind == TokenKind.OpenParenthesis && !_tokens.IsAfterSpace)
            {
                throw _tokens.Error(_tokens.Current, "a call with its arguments in parentheses is not supported: write `name argument`");
            }

            arguments.Add(ParseOperators(precedence, isArgument: true));
        }

        var named = ParseNamedArguments();
        return new CallExpression(_tokens.SpanFrom(start), path, arguments, named);
    }

    private List<NamedArgument> ParseNamedArguments()
    {
        List<NamedArgument> named = [];
        while (StartsNamedArgument())
        {
            var name = _tokens.Take();
            _tokens.Take();
            named.Add(new NamedArgument(_tokens.SpanOf(name), (string)name.Value!, _primaries.Parse()));
        }

        // Scriban reads what follows in ways of its own.
        return named.Count == 0 || _tokens.Current.Kind is TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon
            or TokenKind.Comma or TokenKind.CloseParenthesis or TokenKind.CloseBracket
            ? named
            : throw _tokens.Error(_tokens.Current, "anything behind named arguments is not supported: put the call into parentheses");
    }

    private bool StartsNamedArgument() => _tokens.Current.Kind == TokenKind.Identifier && _tokens.Next.Kind == TokenKind.Colon;

    private bool StartsArgument(bool optionsFollow) => _tokens.Current.Kind is TokenKind.Literal or TokenKind.Arguments
        or TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.Not
        || (_tokens.Current.Kind == TokenKind.Identifier && !optionsFollow);
}
