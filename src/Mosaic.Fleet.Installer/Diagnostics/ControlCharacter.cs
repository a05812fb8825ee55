using System.Buffers;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Characters that a terminal obeys instead of showing, and that no roster means.</summary>
internal static class ControlCharacter
{
    // C0, DEL and C1; the line breaks of Unicode that editors do not break at; the marks that turn the direction of
    // text, with which a line can read as something else than it is; and what is no character at all.
    private static readonly SearchValues<char> All = SearchValues.Create(
        [
            .. Range('\0', '\x1F'), .. Range('\x7F', '\x9F'), '\u2028', '\u2029',
            .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), '\uFEFF', '\uFFFE', '\uFFFF',
        ]);

    private static readonly SearchValues<char> AllButLayout = SearchValues.Create(
        [
            .. Range('\0', '\x08'), '\x0B', '\x0C', .. Range('\x0E', '\x1F'), .. Range('\x7F', '\x9F'), '\u2028', '\u2029',
            .. Range('\u202A', '\u202E'), .. Range('\u2066', '\u2069'), '\uFEFF', '\uFFFE', '\uFFFF',
        ]);

    /// <summary>Whether a character is one of them; tabs and line breaks are.</summary>
    /// <param name="character">A UTF-16 code unit.</param>
    public static bool IsControl(char character) => All.Contains(character);

    /// <summary>Index of the first one in a text, -1 when there is none.</summary>
    /// <param name="text">The text.</param>
    public static int Find(ReadOnlySpan<char> text) => text.IndexOfAny(All);

    /// <summary>The same, with tabs and line breaks allowed.</summary>
    /// <param name="text">The text.</param>
    public static int FindExceptLayout(ReadOnlySpan<char> text) => text.IndexOfAny(AllButLayout);

    private static IEnumerable<char> Range(char first, char last)
    {
        for (var character = first; character <= last; character++)
        {
            yield return character;
        }
    }
}
