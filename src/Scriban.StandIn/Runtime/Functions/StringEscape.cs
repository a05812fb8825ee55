using System.Globalization;
using System.Text;

namespace Scriban.Runtime.Functions;

/// <summary>Text as it would stand between double quotes in a template.</summary>
internal static class StringEscape
{
    /// <summary>The text with a backslash sequence for quotes, backslashes and what stands before the space in ASCII.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append(@"\\"),
                '\a' => escaped.Append(@"\a"),
                '\b' => escaped.Append(@"\b"),
                '\t' => escaped.Append(@"\t"),
                '\r' => escaped.Append(@"\r"),
                '\v' => escaped.Append(@"\v"),
                '\f' => escaped.Append(@"\f"),
                '\n' => escaped.Append(@"\n"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $@"\x{(int)character:x2}"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
