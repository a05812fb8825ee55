using System.Globalization;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>A line of any file, made harmless for a terminal.</summary>
internal static class PrintableText
{
    /// <summary>The line with every control character but the tab spelled out, as <c>\u001B</c>.</summary>
    public static string Of(string line)
    {
        if (ControlCharacter.Find(line) < 0)
        {
            return line;
        }

        var text = new StringBuilder(line.Length + 16);
        foreach (var character in line)
        {
            _ = character != '\t' && ControlCharacter.IsControl(character)
                ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}")
                : text.Append(character);
        }

        return text.ToString();
    }
}
