using System.Text;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Values of <c>.env</c> files, in the one form that bash, dash and systemd read alike.</summary>
/// <remarks>
/// The rules are those of double quotes in POSIX.1 XCU 2.2.3 and of <c>EnvironmentFile=</c> in systemd.exec(5).
/// </remarks>
internal static class EnvironmentFileEncoder
{
    /// <summary>Writes the right side of an assignment.</summary>
    /// <param name="value">Any text; line feeds stay as they are.</param>
    /// <returns>The value in double quotes, a backslash before <c>\</c>, <c>"</c>, <c>$</c> and backtick only.</returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Quote(string value)
    {
        EncodableText.Require(value);
        var quoted = new StringBuilder(value.Length + 2);
        quoted.Append('"');
        foreach (var character in value)
        {
            if (character is '\\' or '"' or '$' or '`')
            {
                quoted.Append('\\');
            }

            quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
