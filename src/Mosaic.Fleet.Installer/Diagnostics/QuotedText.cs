using System.Globalization;
using System.Text;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>A text of the user's, made fit to stand in a message.</summary>
internal static class QuotedText
{
    private const int MaximumLength = 60;

    /// <summary>The text between backticks, cut when it is long, its control characters spelled out as <c>\u001B</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        if (text.Length == 0)
        {
            return "`\"\"`";
        }

        var quoted = new StringBuilder("`");
        foreach (var character in text.Length > MaximumLength ? text.AsSpan(0, MaximumLength) : text)
        {
            _ = ControlCharacter.IsControl(character) || char.IsSurrogate(character) && text.Length > MaximumLength
                ? quoted.Append(NameOf(character))
                : quoted.Append(character);
        }

        return quoted.Append(text.Length > MaximumLength ? "…`" : "`").ToString();
    }

    /// <summary>The name of a character that must not be printed: <c>a tab</c>, <c>a line break</c> or <c>U+001B</c>.</summary>
    /// <param name="character">A UTF-16 code unit.</param>
    public static string Describe(char character) => character switch
    {
        '\t' => "a tab",
        '\n' or '\r' => "a line break",
        '\0' => "a NUL",
        _ => string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}"),
    };

    private static string NameOf(char character) => character switch
    {
        '\t' => "\\t",
        '\n' => "\\n",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };
}
