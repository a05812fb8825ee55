using System.Buffers;

namespace Mosaic.Fleet.Installer.Rendering.Encoding;

/// <summary>Words of bash and dash, by the rules of single quotes in POSIX.1 XCU 2.2.2.</summary>
internal static class ShellEncoder
{
    // No `=`: at the head of a command it would make an assignment. No `~`: it would become a home directory.
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@%+:,./-");

    /// <summary>Writes one argument of a command.</summary>
    /// <param name="word">Any text. A leading dash is the called program's affair: quoting does not change it.</param>
    /// <returns>The word as it is where the shell gives no character of it a meaning, else in single quotes.</returns>
    /// <exception cref="UnencodableTextException">See <see cref="EncodableText.Require"/>.</exception>
    public static string Quote(string word)
    {
        EncodableText.Require(word);
        return word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Safe)
            ? word
            : "'" + word.Replace("'", @"'\''", StringComparison.Ordinal) + "'";
    }
}
