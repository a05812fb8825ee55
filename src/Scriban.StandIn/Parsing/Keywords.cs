namespace Scriban.Parsing;

/// <summary>The words of the language that are no names of variables.</summary>
internal static class Keywords
{
    /// <summary>Whether a word is a keyword, supported or not.</summary>
    public static bool Contains(string word) =>
        word is "if" or "else" or "end" or "for" or "break" or "continue" or "capture" || IsUnsupported(word);

    /// <summary>Whether a word can be the name of a member, as most keywords can.</summary>
    public static bool CanBeMember(string word) =>
        word is not ("for" or "while" or "tablerow" or "do" or "this" or "true" or "false" or "null");

    /// <summary>Whether Scriban gives a word a meaning that the stand-in does not know.</summary>
    public static bool IsUnsupported(string word) =>
        word is "case" or "when" or "while" or "tablerow" or "with" or "wrap" or "import" or "readonly" or "func" or "ret" or "do" or "this";
}
