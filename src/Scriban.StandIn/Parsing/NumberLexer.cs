using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Parsing;

/// <summary>Reads numbers: <c>12</c> is an int, or a long where it needs to be, <c>1.5</c> a double.</summary>
internal static class NumberLexer
{
    /// <summary>Reads the number that begins at the cursor.</summary>
    public static Token Read(Cursor cursor)
    {
        var start = cursor.Offset;
        SkipDigits(cursor);
        var isWhole = cursor.Current != '.' || !char.IsAsciiDigit(cursor.Peek(1));
        if (!isWhole)
        {
            cursor.Offset++;
            SkipDigits(cursor);
        }

        if (cursor.Current is '_' or '.' || char.IsLetterOrDigit(cursor.Current))
        {
            cursor.Offset++;
            throw cursor.Error(start, $"a number such as `{cursor.TextFrom(start)}` is not supported");
        }

        var text = cursor.TextFrom(start);
        if (!isWhole)
        {
            return new Token(TokenKind.Literal, start, cursor.Offset, double.Parse(text, CultureInfo.InvariantCulture));
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw cursor.Error(start, $"the number `{text}`, which needs more than 64 bits, is not supported");
        }

        return new Token(TokenKind.Literal, start, cursor.Offset, Number.Narrow(number));
    }

    private static void SkipDigits(Cursor cursor)
    {
        while (char.IsAsciiDigit(cursor.Current))
        {
            cursor.Offset++;
        }
    }
}
