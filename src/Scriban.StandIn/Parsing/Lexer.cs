namespace Scriban.Parsing;

/// <summary>Cuts a template into text and the tokens of its code blocks.</summary>
internal sealed class Lexer
{
    private readonly SourceText _source;
    private readonly Cursor _cursor;
    private readonly CodeLexer _code;
    private readonly List<Token> _tokens = [];

    private Lexer(SourceText source)
    {
        _source = source;
        _cursor = new Cursor(source);
        _code = new CodeLexer(_cursor, _tokens);
    }

    /// <summary>The tokens of a template, the last of them <see cref="TokenKind.End"/>.</summary>
    public static IReadOnlyList<Token> Tokenize(SourceText source)
    {
        var nul = source.Text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            throw new SyntaxErrorException(source.Span(nul, nul + 1), "a NUL character is not supported");
        }

        var lexer = new Lexer(source);
        while (!lexer._cursor.AtEnd)
        {
            lexer.ReadText();
        }

        lexer._tokens.Add(new Token(TokenKind.End, source.Text.Length, source.Text.Length));
        return lexer._tokens;
    }

    /// <summary>Reads text up to the next block, and that block.</summary>
    private void ReadText()
    {
        var start = _cursor.Offset;
        int percentSigns;
        while ((percentSigns = EntryPercentSigns()) < 0)
        {
            if (_cursor.AtEnd)
            {
                AddText(start, _cursor.Offset);
                return;
            }

            _cursor.Offset++;
        }

        var entry = _cursor.Offset;
        _cursor.Offset += percentSigns + 2;
        AddText(start, WhiteSpace.TrimEnd(_source.Text, start, entry, _cursor.Current));
        _cursor.Offset += _cursor.Current is '-' or '~' ? 1 : 0;
        if (percentSigns == 0)
        {
            _code.Read(entry);
        }
        else
        {
            ReadEscape(entry, percentSigns);
        }

        var exit = _cursor.Offset;
        _cursor.Offset += _cursor.ExitLength(percentSigns);
        _cursor.Offset = WhiteSpace.SkipStart(_source.Text, _cursor.Offset, _source.Text[exit]);
        if (percentSigns == 0)
        {
            _tokens.Add(new Token(TokenKind.CodeExit, exit, _cursor.Offset));
        }
    }

    /// <summary>The percent signs in the mark that begins a block here, as in <c>{%{</c>; 0 for code, -1 if there is none.</summary>
    private int EntryPercentSigns()
    {
        if (_cursor.Current != '{')
        {
            return -1;
        }

        var distance = 1;
        while (_cursor.Peek(distance) == '%')
        {
            distance++;
        }

        return _cursor.Peek(distance) == '{' ? distance - 1 : -1;
    }

    private void ReadEscape(int entry, int percentSigns)
    {
        var start = _cursor.Offset;
        while (_cursor.ExitLength(percentSigns) == 0)
        {
            if (_cursor.AtEnd)
            {
                _cursor.Offset = start;
                throw _cursor.Error(entry, "the escape block is not closed");
            }

            _cursor.Offset++;
        }

        AddText(start, _cursor.Offset);
    }

    private void AddText(int start, int end)
    {
        if (start < end)
        {
            _tokens.Add(new Token(TokenKind.Text, start, end, _source.Text[start..end]));
        }
    }
}
