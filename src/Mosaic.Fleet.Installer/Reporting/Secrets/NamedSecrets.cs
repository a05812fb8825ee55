using System.Text.RegularExpressions;

namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>
/// Finds secrets that a name stands before, in any language: <c>API_KEY=…</c>, <c>--token …</c>, <c>password: …</c>.
/// </summary>
internal static partial class NamedSecrets
{
    /// <summary>The values behind names that suggest a secret.</summary>
    public static IEnumerable<SecretSpan> Find(string text)
    {
        var isScript = text.StartsWith("#!", StringComparison.Ordinal);
        foreach (Match match in Name().Matches(text))
        {
            if (SecretNames.Suggests(match.Value) && Value(text, match) is { } value && !(isScript && Expansion().IsMatch(text[value.Start..value.End])))
            {
                yield return value;
            }
        }
    }

    private static SecretSpan? Value(string text, Match name)
    {
        var position = name.Index + name.Length;
        var isOption = name.Index >= 2 && text[name.Index - 1] == '-' && text[name.Index - 2] == '-';
        position = Skip(text, position, "\\\"'");
        var afterBlanks = Skip(text, position, " \t");
        if (afterBlanks >= text.Length)
        {
            return null;
        }

        return text[afterBlanks] switch
        {
            '=' => Word(text, Skip(text, afterBlanks + 1, " \t")),
            ':' when afterBlanks + 1 == text.Length || char.IsWhiteSpace(text[afterBlanks + 1]) || text[afterBlanks + 1] is '"' or '\'' =>
                Block(text, name.Index, Skip(text, afterBlanks + 1, " \t")),
            _ when isOption && afterBlanks > position => Word(text, afterBlanks),
            _ => null,
        };
    }

    // A word of a command line: blanks count as part of it between quotes, which may be escaped by those around it. It ends with its line.
    private static SecretSpan Word(string text, int start)
    {
        var quote = '\0';
        var position = start;
        for (; position < text.Length && text[position] != '\n' && (quote != '\0' || !char.IsWhiteSpace(text[position])); position++)
        {
            var character = text[position];
            if (character is '"' or '\'')
            {
                quote = quote == '\0' ? character : quote == character ? '\0' : quote;
            }
        }

        return new SecretSpan(start, position);
    }

    // A value of YAML: the rest of the line, and the lines below that stand deeper.
    private static SecretSpan Block(string text, int name, int start)
    {
        var depth = Depth(text, name == 0 ? 0 : text.LastIndexOf('\n', name - 1) + 1);
        var end = EndOfLine(text, start);
        while (end < text.Length && (Depth(text, end + 1) > depth || (EndOfLine(text, end + 1) == end + 1 && end + 1 < text.Length)))
        {
            end = EndOfLine(text, end + 1);
        }

        return new SecretSpan(start, end);
    }

    private static int Depth(string text, int line) => Skip(text, line, " \t") - line;

    private static int Skip(string text, int position, string characters)
    {
        while (position < text.Length && characters.Contains(text[position], StringComparison.Ordinal))
        {
            position++;
        }

        return position;
    }

    private static int EndOfLine(string text, int start) => start < text.Length && text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_-]*")]
    private static partial Regex Name();

    // What a script takes from elsewhere is no secret of its own.
    [GeneratedRegex("""^"?\$(\w+|\{\w+[^'"}]*\}|\([^'"]*\))"?[;)]*$""")]
    private static partial Regex Expansion();
}
