using System.Text;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Text in Markdown, as CommonMark 0.31 reads it, with the tables and the strikethrough of GitHub's.</summary>
internal static class MarkdownEncoder
{
    /// <summary>Writes a text that shows as it is, wherever inline text may stand: in a paragraph, or in a cell of a table.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>
    /// The text on one line, with a backslash before what Markdown would give a meaning (section 2.4, Backslash escapes).
    /// Control characters and line breaks become spaces, and those at both ends go. An underscore inside of a word has no meaning
    /// (section 6.2), and stays.
    /// </returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Text(string text)
    {
        EncodableText.Require(text);
        var line = string.Concat(text.Select(character => IsBreak(character) ? ' ' : character)).Trim(' ');
        var escaped = new StringBuilder(line.Length);
        for (var index = 0; index < line.Length; index++)
        {
            if (HasMeaning(line, index))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[index]);
        }

        return escaped.ToString();
    }

    private static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    private static bool HasMeaning(string line, int index) => line[index] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '~' or '&' => true,
        '_' => index == 0 || index == line.Length - 1 || !char.IsAsciiLetterOrDigit(line[index - 1]) || !char.IsAsciiLetterOrDigit(line[index + 1]),
        // At the beginning of a line they make headings and lists.
        '#' or '+' or '-' or '=' => index == 0,
        '.' or ')' => index > 0 && line.AsSpan(0, index).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };
}
