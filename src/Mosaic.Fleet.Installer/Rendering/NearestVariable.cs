using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Finds the variable that was probably meant by a name that is none.</summary>
internal static class NearestVariable
{
    /// <summary>What to say of a name that does not exist.</summary>
    /// <param name="name">Where it stands in a template; anything but a name has no hint.</param>
    /// <param name="variables">What the template sees.</param>
    /// <returns>The hint; null when there is nothing to say.</returns>
    public static string? Hint(SourceSpan name, ImmutableDictionary<string, object?> variables)
    {
        var text = name.Source.Text;
        var word = text.Substring(name.Start, name.Length);
        if (word.Length == 0 || !word.All(IsOfName))
        {
            return null;
        }

        var prefix = text[StartOfPath(text, name.Start)..name.Start];
        var known = Members(prefix, variables);
        return known.Contains(word) ? null
            : prefix.Length > 0 ? Suggest(prefix, word, known)
            : word == "agent" ? "`agent` is there in templates of the scopes agent and agent-unit"
            : word == "host" ? "`host` is there in fleet/host.env.sbn alone"
            : Suggest(prefix, word, known);
    }

    private static string? Suggest(string prefix, string word, ImmutableSortedSet<string> known) =>
        known.Count == 0 ? null
        : NearestWord.Find(word, known) is { } nearest ? $"did you mean `{prefix}{nearest}`?"
        : $"there are {string.Join(", ", known.Select(member => $"`{prefix}{member}`"))}";

    // Those of the object before the last dot; of a list's item, or of a variable of the template's own, nothing is known.
    private static ImmutableSortedSet<string> Members(string prefix, ImmutableDictionary<string, object?> variables)
    {
        object? container = variables;
        foreach (var part in prefix.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            container = (container as ImmutableDictionary<string, object?>)?.GetValueOrDefault(part);
        }

        return container is ImmutableDictionary<string, object?> members ? members.Keys.ToImmutableSortedSet(StringComparer.Ordinal) : [];
    }

    private static int StartOfPath(string text, int start)
    {
        while (start > 0 && (text[start - 1] == '.' || IsOfName(text[start - 1])))
        {
            start--;
        }

        return start;
    }

    private static bool IsOfName(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
