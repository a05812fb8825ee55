using System.Globalization;
using System.Text;

namespace Scriban.Parsing;

/// <summary>Reads strings: <c>"with \n escapes"</c>, <c>'the same'</c>, and <c>`verbatim`</c>, where two back quotes stand for one.</summary>
internal static class StringLexer
{
    /// <summary>Reads the string that begins at the cursor.</summary>
    public static Token Read(Cursor cursor)
    {
        var start = cursor.Offset;
        var quote = cursor.Current;
        var text = new StringBuilder();
        cursor.Offset++;
        while (cursor.Current != quote || (quote == '`' && cursor.Peek(1) == '`'))
        {
            if (cursor.AtEnd)
            {
                cursor.Offset = start + 1;
                throw cursor.Error(start, $"the string is not closed with {quote}");
            }

            if (cursor.Current == '\\' && quote != '`')
            {
                ReadEscape(cursor, text);
            }
            else
            {
                text.Append(cursor.Current);
                cursor.Offset += cursor.Current == quote ? 2 : 1;
            }
        }

        cursor.Offset++;
        return new Token(TokenKind.Literal, start, cursor.Offset, text.ToString());
    }

    private static void ReadEscape(Cursor cursor, StringBuilder text)
    {
        var start = cursor.Offset;
        var escaped = cursor.Peek(1);
        cursor.Offset += 2;
        switch (escaped)
        {
            case '\n':
                break;
            case '\r' when cursor.Current == '\n':
                cursor.Offset++;
                break;
            case 'u':
                text.Append(ReadCode(cursor, start, 4));
                break;
            case 'x':
                text.Append(ReadCode(cursor, start, 2));
                break;
            default:
                text.Append(Escaped(escaped) ?? throw cursor.Error(start, $"the escape `\\{escaped}` is not supported in a string"));
                break;
        }
    }

    private static char? Escaped(char escaped) => escaped switch
    {
        '\'' or '"' or '\\' => escaped,
        '0' => '\0',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        _ => null,
    };

    private static char ReadCode(Cursor cursor, int start, int digits)
    {
        var first = cursor.Offset;
        while (cursor.Offset < first + digits && char.IsAsciiHexDigit(cursor.Current))
        {
            cursor.Offset++;
        }

        return cursor.Offset == first + digits
            ? (char)ushort.Parse(cursor.TextFrom(first), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw cursor.Error(start, $"expected {digits} hexadecimal digits after `{cursor.TextFrom(start)[..2]}`");
    }
}
