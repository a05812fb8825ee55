namespace Scriban.Parsing;

/// <summary>Reads the tokens of one code block.</summary>
internal sealed class CodeLexer(Cursor cursor, List<Token> tokens)
{
    // Longer operators stand before those that they begin with. Null: Scriban has it, the stand-in does not.
    private static readonly (string Text, TokenKind? Kind)[] Operators =
    [
        ("...", null), ("..<", null), ("..", null), ("?.", TokenKind.QuestionDot), ("??", TokenKind.Coalesce), ("?!", null), ("?", null),
        ("||", TokenKind.Or), ("|>", null), ("|", TokenKind.Pipe), ("&&", TokenKind.And), ("&", null),
        ("==", TokenKind.Equal), ("=", TokenKind.Assign), ("!=", TokenKind.NotEqual), ("!", TokenKind.Not),
        ("<=", TokenKind.LessOrEqual), ("<<", null), ("<", TokenKind.Less), (">=", TokenKind.GreaterOrEqual), (">>", null), (">", TokenKind.Greater),
        ("++", null), ("+=", null), ("+", TokenKind.Plus), ("--", null), ("-=", null), ("-", TokenKind.Minus),
        ("*=", null), ("*", null), ("//=", null), ("//", null), ("/=", null), ("/", null), ("%=", null), ("%", null), ("^", null), ("@", null),
        ("{", null), ("}", null), (".", TokenKind.Dot), (",", TokenKind.Comma), (":", TokenKind.Colon), (";", TokenKind.Semicolon),
        ("(", TokenKind.OpenParenthesis), (")", TokenKind.CloseParenthesis), ("[", TokenKind.OpenBracket), ("]", TokenKind.CloseBracket),
    ];

    /// <summary>Reads up to the mark that ends the block.</summary>
    /// <param name="entry">The offset of the mark that began it.</param>
    public void Read(int entry)
    {
        var first = cursor.Offset;
        while (cursor.ExitLength(0) == 0)
        {
            if (cursor.AtEnd)
            {
                cursor.Offset = first;
                throw cursor.Error(entry, "the code block is not closed");
            }

            ReadToken();
        }
    }

    private void ReadToken()
    {
        var start = cursor.Offset;
        switch (cursor.Current)
        {
            case '\n':
                cursor.Offset++;
                tokens.Add(new Token(TokenKind.NewLine, start, cursor.Offset));
                break;
            case '\r' when cursor.Peek(1) != '\n':
                throw Error(start, "a carriage return without a line feed is not supported in code");
            case var space when char.IsWhiteSpace(space):
                cursor.Offset++;
                break;
            case '#':
                Comment.Skip(cursor);
                break;
            case '"' or '\'' or '`':
                tokens.Add(StringLexer.Read(cursor));
                break;
            case '$':
                ReadArguments(start);
                break;
            case >= '0' and <= '9':
                tokens.Add(NumberLexer.Read(cursor));
                break;
            case var letter when letter == '_' || char.IsLetter(letter):
                SkipName();
                tokens.Add(new Token(TokenKind.Identifier, start, cursor.Offset, cursor.TextFrom(start)));
                break;
            default:
                ReadOperator(start);
                break;
        }
    }

    private void ReadArguments(int start)
    {
        cursor.Offset++;
        var name = cursor.Offset;
        SkipName();
        if (cursor.Current is '"' or '\'' or '$')
        {
            throw Error(start, $"`${cursor.Current}` is not supported");
        }

        var digits = cursor.TextFrom(name);
        if (digits.Length > 0 && (digits.Length > 3 || digits.Any(digit => !char.IsAsciiDigit(digit))))
        {
            throw Error(start, $"the local variable `${digits}` is not supported");
        }

        tokens.Add(new Token(TokenKind.Arguments, start, cursor.Offset, digits.Length == 0 ? null : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private void ReadOperator(int start)
    {
        foreach (var (text, kind) in Operators)
        {
            if (cursor.StartsWith(text))
            {
                cursor.Offset += text.Length;
                tokens.Add(new Token(kind ?? throw cursor.Error(start, $"`{text}` is not supported"), start, cursor.Offset));
                return;
            }
        }

        throw Error(start, $"the character `{cursor.Current}` has no meaning in code");
    }

    private void SkipName()
    {
        while (cursor.Current == '_' || char.IsLetterOrDigit(cursor.Current))
        {
            cursor.Offset++;
        }
    }

    private SyntaxErrorException Error(int start, string message)
    {
        cursor.Offset = Math.Max(cursor.Offset, start + 1);
        return cursor.Error(start, message);
    }
}
