using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Parses statements: text, expressions to write, assignments, <c>if</c>, <c>for</c>, <c>capture</c>.</summary>
internal sealed class Parser
{
    private readonly TokenStream tokens;
    private readonly ExpressionParser expressions;
    private int loops;

    private Parser(SourceText source)
    {
        tokens = new TokenStream(source);
        expressions = new ExpressionParser(tokens);
    }

    /// <summary>Parses a template.</summary>
    /// <exception cref="SyntaxErrorException">It is none, or uses what is not supported.</exception>
    public static Block Parse(SourceText source)
    {
        var parser = new Parser(source);
        var page = parser.ParseBlock();
        return parser.tokens.Current.Kind == TokenKind.End
            ? page
            : throw parser.tokens.Error(parser.tokens.Current, $"`{parser.tokens.Current.Value}` has nothing to belong to");
    }

    /// <summary>Parses statements up to <c>else</c>, <c>end</c> or the end of the template.</summary>
    private Block ParseBlock()
    {
        var depth = tokens.Enter();
        var statements = new List<Statement>();
        while (tokens.Current.Kind != TokenKind.End && !tokens.Current.Is("else") && !tokens.Current.Is("end"))
        {
            if (tokens.Current.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit)
            {
                tokens.Take();
            }
            else
            {
                statements.Add(ParseStatement());
            }
        }

        tokens.Leave(depth);
        return new Block(statements);
    }

    private Statement ParseStatement()
    {
        var token = tokens.Current;
        return token switch
        {
            { Kind: TokenKind.Text } => new TextStatement(tokens.SpanOf(tokens.Take()), (string)token.Value!),
            _ when token.Is("if") => ParseIf(),
            _ when token.Is("for") && tokens.Next.Kind != TokenKind.Dot => ParseFor(),
            _ when token.Is("capture") => ParseCapture(),
            _ when token.Is("break") => ParseLoopExit(Flow.Break),
            _ when token.Is("continue") => ParseLoopExit(Flow.Continue),
            { Kind: TokenKind.Identifier } when tokens.Next.Kind == TokenKind.Assign => ParseAssignment(),
            _ => ParseExpressionStatement(),
        };
    }

    private ExpressionStatement ParseExpressionStatement()
    {
        var expression = expressions.Parse();
        if (tokens.Current.Kind == TokenKind.Assign)
        {
            throw tokens.Error(tokens.Current, "only a variable can be assigned to: anything else is not supported");
        }

        EndStatement();
        return new ExpressionStatement(expression);
    }

    private AssignStatement ParseAssignment()
    {
        var start = tokens.Current.Start;
        var name = TakeName("a variable");
        var span = tokens.SpanFrom(start);
        tokens.Take();
        var value = expressions.Parse();
        EndStatement();
        return new AssignStatement(span, name, value);
    }

    private IfStatement ParseIf()
    {
        tokens.Take();
        var condition = expressions.Parse();
        EndStatement();
        var then = ParseBlock();
        if (!tokens.Current.Is("else"))
        {
            EndBlock();
            return new IfStatement(condition, then, null);
        }

        tokens.Take();
        if (tokens.Current.Is("if"))
        {
            var depth = tokens.Enter();
            var otherwise = ParseIf();
            tokens.Leave(depth);
            return new IfStatement(condition, then, new Block([otherwise]));
        }

        EndStatement();
        var last = ParseBlock();
        EndBlock();
        return new IfStatement(condition, then, last);
    }

    private ForStatement ParseFor()
    {
        var start = tokens.Take().Start;
        var variable = TakeName("the name of the loop's variable");
        if (!tokens.Current.Is("in"))
        {
            throw tokens.Unexpected("`in`");
        }

        tokens.Take();
        var list = expressions.ParseList();
        var span = tokens.SpanFrom(start);
        EndStatement();
        loops++;
        var body = ParseBlock();
        loops--;
        if (tokens.Current.Is("else"))
        {
            throw tokens.Error(tokens.Current, "`else` of a `for` is not supported");
        }

        EndBlock();
        var whole = tokens.SpanFrom(start);
        return new ForStatement(span, whole.End.Offset - whole.Start.Offset, variable, list, body);
    }

    private CaptureStatement ParseCapture()
    {
        tokens.Take();
        var start = tokens.Current.Start;
        var name = TakeName("a variable");
        var span = tokens.SpanFrom(start);
        EndStatement();
        var body = ParseBlock();
        EndBlock();
        return new CaptureStatement(span, name, body);
    }

    private LoopExitStatement ParseLoopExit(Flow flow)
    {
        var token = tokens.Take();
        if (loops == 0)
        {
            throw tokens.Error(token, $"`{token.Value}` outside of a loop is not supported");
        }

        EndStatement();
        return new LoopExitStatement(flow);
    }

    private string TakeName(string expected)
    {
        var token = tokens.Take(TokenKind.Identifier, expected);
        return Keywords.Contains((string)token.Value!)
            ? throw tokens.Error(token, $"`{token.Value}` is a word of the language and no name")
            : (string)token.Value!;
    }

    private void EndBlock()
    {
        if (!tokens.Current.Is("end"))
        {
            throw tokens.Unexpected("`end`");
        }

        tokens.Take();
        EndStatement();
    }

    private void EndStatement()
    {
        if (tokens.Current.Kind is not (TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit))
        {
            throw tokens.Unexpected("the end of the statement");
        }
    }
}
