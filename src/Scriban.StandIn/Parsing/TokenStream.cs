namespace Scriban.Parsing;

/// <summary>The tokens of a template as the parsers take them.</summary>
internal sealed class TokenStream(SourceText source)
{
    // Scriban's own limit is 250, counted the same way.
    private const int MaximumDepth = 100;

    private readonly IReadOnlyList<Token> _tokens = Lexer.Tokenize(source);
    private int _index;
    private int _ignoredNewLines;
    private int _depth;

    /// <summary>The token to take next.</summary>
    public Token Current => _tokens[_index];

    /// <summary>The offset after the token taken last.</summary>
    public int PreviousEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    /// <summary>Whether white space, or nothing at all, stands before the current token.</summary>
    public bool IsAfterSpace => Current.Start == 0 || char.IsWhiteSpace(source.Text[Current.Start - 1]);

    /// <summary>The token after the current one.</summary>
    public Token Next => _tokens[Math.Min(_index + 1, _tokens.Count - 1)];

    /// <summary>Takes the current token.</summary>
    public Token Take()
    {
        var taken = Current;
        do
        {
            _index = Math.Min(_index + 1, _tokens.Count - 1);
        }
        while (_ignoredNewLines > 0 && Current.Kind == TokenKind.NewLine);
        return taken;
    }

    /// <summary>Takes the current token, which must be of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="expected">What people call it.</param>
    public Token Take(TokenKind kind, string expected) => Current.Kind == kind ? Take() : throw Unexpected(expected);

    /// <summary>From the current token on, the ends of lines mean nothing.</summary>
    public void BeginIgnoringNewLines() => _ignoredNewLines++;

    /// <summary>From the current token on, the ends of lines mean what they did before.</summary>
    public void EndIgnoringNewLines() => _ignoredNewLines--;

    /// <summary>Begins a block or an expression within the one around it.</summary>
    /// <returns>How deep the one around it is nested.</returns>
    public int Enter() => _depth < MaximumDepth
        ? _depth++
        : throw Error(Current, $"nesting deeper than {MaximumDepth} is not supported");

    /// <summary>Goes back to where <see cref="Enter"/> began.</summary>
    public void Leave(int outerDepth) => _depth = outerDepth;

    /// <summary>The stretch from an offset up to the token taken last.</summary>
    public SourceSpan SpanFrom(int start) => source.Span(start, PreviousEnd);

    /// <summary>The stretch of a token.</summary>
    public SourceSpan SpanOf(Token token) => source.Span(token.Start, token.End);

    /// <summary>An error about a token.</summary>
    public SyntaxErrorException Error(Token token, string message) => new(SpanOf(token), message);

    /// <summary>The current token is not what it should be.</summary>
    public SyntaxErrorException Unexpected(string expected)
    {
        var found = Current.Kind switch
        {
            TokenKind.End => "the end of the template",
            TokenKind.CodeExit => "the end of the code block",
            TokenKind.NewLine => "the end of the line",
            TokenKind.Text => "text",
            _ => $"`{source.Text[Current.Start..Current.End]}`",
        };
        return Error(Current, $"expected {expected}, found {found}");
    }
}
