using System.Globalization;
using System.Text;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>What no target language can hold, so that every encoder refuses it in the same words.</summary>
internal static class EncodableText
{
    /// <summary>Refuses a text that bash, dash or systemd would cut, drop or call invalid.</summary>
    /// <param name="text">Any text.</param>
    /// <exception cref="UnencodableTextException">
    /// It holds NUL, which ends a C string; half a surrogate pair, which UTF-8 cannot say; or a Unicode noncharacter
    /// (U+FDD0 to U+FDEF, and the last two of each plane), for which systemd ignores the whole line.
    /// </exception>
    public static void Require(string text)
    {
        var index = 0;
        while (index < text.Length)
        {
            if (!Rune.TryGetRuneAt(text, index, out Rune rune))
            {
                throw Refusal("half of a surrogate pair", text[index], index);
            }

            if (rune.Value == 0)
            {
                throw Refusal("NUL", rune.Value, index);
            }

            if (rune.Value is (>= 0xFDD0 and <= 0xFDEF) || (rune.Value & 0xFFFE) == 0xFFFE)
            {
                throw Refusal("a Unicode noncharacter", rune.Value, index);
            }

            index += rune.Utf16SequenceLength;
        }
    }

    private static UnencodableTextException Refusal(string what, int codePoint, int index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the text holds {what} (U+{codePoint:X4}) at character {index + 1}, which no generated file can hold"));
}
