using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Words of <c>Exec…=</c> lines of units.</summary>
/// <remarks>
/// The rules: QUOTING in systemd.syntax(7), COMMAND LINES in systemd.service(5), SPECIFIERS in systemd.unit(5).
/// </remarks>
internal static class UnitExecEncoder
{
    // `%` and `$` are doubled and need no quotes. `;` alone would begin a second command.
    private static readonly SearchValues<char> Bare =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%$+=:,./~^-");

    /// <summary>Writes one argument of the command.</summary>
    /// <param name="word">
    /// Any text. Not for the program itself, the first word: there systemd does not undouble <c>$</c>, gives leading
    /// <c>@ - : + !</c> a meaning, and takes no quote or backslash at all.
    /// </param>
    /// <returns>
    /// The word with <c>%</c> and <c>$</c> doubled; where a character needs it, in double quotes, with
    /// <c>"</c>, <c>\</c> and control characters escaped as in C.
    /// </returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Word(string word)
    {
        var part = Part(word);
        return word.Length == 0 || word.AsSpan().ContainsAnyExcept(Bare) ? $"\"{part}\"" : part;
    }

    /// <summary>Writes a part of an argument that the template itself puts in double quotes.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, escaped as in <see cref="Word"/>, without quotes.</returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Part(string text)
    {
        EncodableText.Require(text);
        var encoded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            Append(encoded, character);
        }

        return encoded.ToString();
    }

    private static void Append(StringBuilder encoded, char character) => _ = character switch
    {
        '%' => encoded.Append("%%"),
        '$' => encoded.Append("$$"),
        '"' => encoded.Append("\\\""),
        '\\' => encoded.Append(@"\\"),
        '\n' => encoded.Append(@"\n"),
        '\r' => encoded.Append(@"\r"),
        '\t' => encoded.Append(@"\t"),
        < ' ' or '\x7F' => encoded.Append(CultureInfo.InvariantCulture, $@"\x{(int)character:x2}"),
        _ => encoded.Append(character),
    };
}
