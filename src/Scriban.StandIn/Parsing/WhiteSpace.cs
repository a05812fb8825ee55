namespace Scriban.Parsing;

/// <summary>
/// White space control around blocks: <c>-</c> takes all white space on its side; <c>~</c> takes what stands before the
/// block on its line, and after it up to and with the end of the line.
/// </summary>
internal static class WhiteSpace
{
    /// <summary>The end of the text before a block, which begins at <paramref name="end"/>, once the sign has taken its white space.</summary>
    public static int TrimEnd(string text, int start, int end, char sign)
    {
        if (sign is '-' or '~')
        {
            while (end > start && char.IsWhiteSpace(text[end - 1]) && !(sign == '~' && IsLineEnd(text, end - 1)))
            {
                end--;
            }
        }

        return end;
    }

    /// <summary>The beginning of the text after a block, which ends at <paramref name="start"/>, once the sign has taken its white space.</summary>
    public static int SkipStart(string text, int start, char sign)
    {
        if (sign is '-' or '~')
        {
            while (start < text.Length && char.IsWhiteSpace(text[start]))
            {
                start++;
                if (sign == '~' && text[start - 1] == '\n')
                {
                    break;
                }
            }
        }

        return start;
    }

    // A carriage return alone ends a line as well, but only before a block.
    private static bool IsLineEnd(string text, int offset) =>
        text[offset] == '\n' || (text[offset] == '\r' && (offset + 1 == text.Length || text[offset + 1] != '\n'));
}
