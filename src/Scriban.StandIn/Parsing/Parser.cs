using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Parses statements: text, expressions to write, assignments, <c>if</c>, <c>for</c>, <c>capture</c>.</summary>
internal sealed class Parser
{
    private readonly TokenStream _tokens;
    private readonly ExpressionParser _expressions;
    private int _loops;

    private Parser(SourceText source)
    {
        _tokens = new TokenStream(source);
        _expressions = new ExpressionParser(_tokens);
    }

    /// <summary>Parses a template.</summary>
    /// <exception cref="SyntaxErrorException">It is none, or uses what is not supported.</exception>
    public static Block Parse(SourceText source)
    {
        var parser = new Parser(source);
        var page = parser.ParseBlock();
        return parser._tokens.Current.Kind == TokenKind.End
            ? page
            : throw parser._tokens.Error(parser._tokens.Current, $"`{parser._tokens.Current.Value}` has nothing to belong to");
    }

    /// <summary>Parses statements up to <c>else</c>, <c>end</c> or the end of the template.</summary>
    private Block ParseBlock()
    {
        var depth = _tokens.Enter();
        var statements = new List<Statement>();
        while (_tokens.Current.Kind != TokenKind.End && !_tokens.Current.Is("else") && !_tokens.Current.Is("end"))
        {
            if (_tokens.Current.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit)
            {
                _tokens.Take();
            }
            else
            {
                statements.Add(ParseStatement());
            }
        }

        _tokens.Leave(depth);
        return new Block(statements);
    }

    private Statement ParseStatement()
    {
        var token = _tokens.Current;
        return token switch
        {
            { Kind: TokenKind.Text } => new TextStatement(_tokens.SpanOf(_tokens.Take()), (string)token.Value!),
            _ when token.Is("if") => ParseIf(),
            _ when token.Is("for") && _tokens.Next.Kind != TokenKind.Dot => ParseFor(),
            _ when token.Is("capture") => ParseCapture(),
            _ when token.Is("break") => ParseLoopExit(Flow.Break),
            _ when token.Is("continue") => ParseLoopExit(Flow.Continue),
            { Kind: TokenKind.Identifier } when _tokens.Next.Kind == TokenKind.Assign => ParseAssignment(),
            _ => ParseExpressionStatement(),
        };
    }

    private ExpressionStatement ParseExpressionStatement()
    {
        var expression = _expressions.Parse();
        if (_tokens.Current.Kind == TokenKind.Assign)
        {
            throw _tokens.Error(_tokens.Current, "only a variable can be assigned to: anything else is not supported");
        }

        EndStatement();
        return new ExpressionStatement(expression);
    }

    private AssignStatement ParseAssignment()
    {
        var start = _tokens.Current.Start;
        var name = TakeName("a variable");
        var span = _tokens.SpanFrom(start);
        _tokens.Take();
        var value = _expressions.Parse();
        EndStatement();
        return new AssignStatement(span, name, value);
    }

    private IfStatement ParseIf()
    {
        _tokens.Take();
        var condition = _expressions.Parse();
        EndStatement();
        var then = ParseBlock();
        if (!_tokens.Current.Is("else"))
        {
            EndBlock();
            return new IfStatement(condition, then, null);
        }

        _tokens.Take();
        if (_tokens.Current.Is("if"))
        {
            var depth = _tokens.Enter();
            var otherwise = ParseIf();
            _tokens.Leave(depth);
            return new IfStatement(condition, then, new Block([otherwise]));
        }

        EndStatement();
        var last = ParseBlock();
        EndBlock();
        return new IfStatement(condition, then, last);
    }

    private ForStatement ParseFor()
    {
        var start = _tokens.Take().Start;
        var variable = TakeName("the name of the loop's variable");
        if (!_tokens.Current.Is("in"))
        {
            throw _tokens.Unexpected("`in`");
        }

        _tokens.Take();
        var list = _expressions.ParseList();
        var span = _tokens.SpanFrom(start);
        EndStatement();
        _loops++;
        var body = ParseBlock();
        _loops--;
        if (_tokens.Current.Is("else"))
        {
            throw _tokens.Error(_tokens.Current, "`else` of a `for` is not supported");
        }

        EndBlock();
        var whole = _tokens.SpanFrom(start);
        return new ForStatement(span, whole.End.Offset - whole.Start.Offset, variable, list, body);
    }

    private CaptureStatement ParseCapture()
    {
        _tokens.Take();
        var start = _tokens.Current.Start;
        var name = TakeName("a variable");
        var span = _tokens.SpanFrom(start);
        EndStatement();
        var body = ParseBlock();
        EndBlock();
        return new CaptureStatement(span, name, body);
    }

    private LoopExitStatement ParseLoopExit(Flow flow)
    {
        var token = _tokens.Take();
        if (_loops == 0)
        {
            throw _tokens.Error(token, $"`{token.Value}` outside of a loop is not supported");
        }

        EndStatement();
        return new LoopExitStatement(flow);
    }

    private string TakeName(string expected)
    {
        var token = _tokens.Take(TokenKind.Identifier, expected);
        return Keywords.Contains((string)token.Value!)
            ? throw _tokens.Error(token, $"`{token.Value}` is a word of the language and no name")
            : (string)token.Value!;
    }

    private void EndBlock()
    {
        if (!_tokens.Current.Is("end"))
        {
            throw _tokens.Unexpected("`end`");
        }

        _tokens.Take();
        EndStatement();
    }

    private void EndStatement()
    {
        if (_tokens.Current.Kind is not (TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit))
        {
            throw _tokens.Unexpected("the end of the statement");
        }
    }
}
