namespace Scriban.Parsing;

/// <summary>Cuts a template into text and the tokens of its code blocks.</summary>
internal sealed class Lexer
{
    private readonly SourceText source;
    private readonly Cursor cursor;
    private readonly CodeLexer code;
    private readonly List<Token> tokens = [];

    private Lexer(SourceText source)
    {
        this.source = source;
        cursor = new Cursor(source);
        code = new CodeLexer(cursor, tokens);
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
        while (!lexer.cursor.AtEnd)
        {
            lexer.ReadText();
        }

        lexer.tokens.Add(new Token(TokenKind.End, source.Text.Length, source.Text.Length));
        return lexer.tokens;
    }

    /// <summary>Reads text up to the next block, and that block.</summary>
    private void ReadText()
    {
        var start = cursor.Offset;
        int percentSigns;
        while ((percentSigns = EntryPercentSigns()) < 0)
        {
            if (cursor.AtEnd)
            {
                AddText(start, cursor.Offset);
                return;
            }

            cursor.Offset++;
        }

        var entry = cursor.Offset;
        cursor.Offset += percentSigns + 2;
        AddText(start, WhiteSpace.TrimEnd(source.Text, start, entry, cursor.Current));
        cursor.Offset += cursor.Current is '-' or '~' ? 1 : 0;
        if (percentSigns == 0)
        {
            code.Read(entry);
        }
        else
        {
            ReadEscape(entry, percentSigns);
        }

        var exit = cursor.Offset;
        cursor.Offset += cursor.ExitLength(percentSigns);
        cursor.Offset = WhiteSpace.SkipStart(source.Text, cursor.Offset, source.Text[exit]);
        if (percentSigns == 0)
        {
            tokens.Add(new Token(TokenKind.CodeExit, exit, cursor.Offset));
        }
    }

    /// <summary>The percent signs in the mark that begins a block here, as in <c>{%{</c>; 0 for code, -1 if there is none.</summary>
    private int EntryPercentSigns()
    {
        if (cursor.Current != '{')
        {
            return -1;
        }

        var distance = 1;
        while (cursor.Peek(distance) == '%')
        {
            distance++;
        }

        return cursor.Peek(distance) == '{' ? distance - 1 : -1;
    }

    private void ReadEscape(int entry, int percentSigns)
    {
        var start = cursor.Offset;
        while (cursor.ExitLength(percentSigns) == 0)
        {
            if (cursor.AtEnd)
            {
                cursor.Offset = start;
                throw cursor.Error(entry, "the escape block is not closed");
            }

            cursor.Offset++;
        }

        AddText(start, cursor.Offset);
    }

    private void AddText(int start, int end)
    {
        if (start < end)
        {
            tokens.Add(new Token(TokenKind.Text, start, end, source.Text[start..end]));
        }
    }
}
