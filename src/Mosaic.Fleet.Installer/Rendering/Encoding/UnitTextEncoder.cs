using System.Text;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Values of directives that hold text for people, such as <c>Description=</c>.</summary>
/// <remarks>The rules: systemd.syntax(7) for the line, SPECIFIERS in systemd.unit(5). Nothing else has an escape.</remarks>
internal static class UnitTextEncoder
{
    /// <summary>Writes a text on one line.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>
    /// The text with <c>%</c> doubled; control characters, line breaks among them, become spaces, and those at both
    /// ends go. A last backslash, which would continue the line, is followed by a space, which systemd strips.
    /// </returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Text(string text)
    {
        EncodableText.Require(text);
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '%' => line.Append("%%"),
                < ' ' or '\x7F' => line.Append(' '),
                _ => line.Append(character),
            };
        }

        var trimmed = line.ToString().Trim(' ');
        return trimmed.EndsWith('\\') ? trimmed + " " : trimmed;
    }
}
