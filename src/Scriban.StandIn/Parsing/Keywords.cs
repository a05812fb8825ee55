using System.Collections.Frozen;

namespace Scriban.Parsing;

/// <summary>The words of the language that are no names of variables.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Supported =
        FrozenSet.Create("if", "else", "end", "for", "break", "continue", "capture");

    private static readonly FrozenSet<string> Unsupported =
        FrozenSet.Create("case", "when", "while", "tablerow", "with", "wrap", "import", "readonly", "func", "ret", "do", "this");

    /// <summary>Whether a word is a keyword, supported or not.</summary>
    public static bool Contains(string word) => Supported.Contains(word) || Unsupported.Contains(word);

    /// <summary>Whether Scriban gives a word a meaning that the stand-in does not know.</summary>
    public static bool IsUnsupported(string word) => Unsupported.Contains(word);
}
