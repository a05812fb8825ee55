using System.Text;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Text of manual pages, as groff_man(7) and mandoc_man(7) read it.</summary>
internal static class ManualPageEncoder
{
    /// <summary>Writes a text that shows as it is, in a paragraph or as the argument of a macro.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>
    /// The text on one line. A backslash becomes <c>\e</c>; a dash <c>\-</c>, so that it can be copied into a shell; quotation marks, which
    /// would end an argument, <c>\(dq</c>; and the quotes and accents of ASCII what prints as such (groff_char(7)). Before a point
    /// or an apostrophe at the beginning, which would make a request, stands <c>\&amp;</c>.
    /// </returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Text(string text)
    {
        EncodableText.Require(text);
        var encoded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '\\' => encoded.Append(@"\e"),
                '-' => encoded.Append(@"\-"),
                '"' => encoded.Append(@"\(dq"),
                '\'' => encoded.Append(@"\(aq"),
                '`' => encoded.Append(@"\(ga"),
                '^' => encoded.Append(@"\(ha"),
                '~' => encoded.Append(@"\(ti"),
                _ => encoded.Append(char.IsControl(character) ? ' ' : character),
            };
        }

        return encoded.Length > 0 && encoded[0] == '.' ? $@"\&{encoded}" : encoded.ToString();
    }
}
