using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>Reads the usage of a command: lines as <c>mosaic fleet start [--timeout SECONDS] [--json] [AGENT...]</c>.</summary>
internal static partial class UsageReader
{
    /// <summary>Every option that the lines name, with what they call its value.</summary>
    public static IEnumerable<CommandOption> Options(IEnumerable<string> usage) =>
        usage.SelectMany(line => Option().Matches(line)).Select(match => new CommandOption([match.Groups["name"].Value], Value(match), string.Empty));

    /// <summary>The operands by their place, as <see cref="CommandPage.Operands"/>, and whether the last of them is repeated; those behind a COMMAND are that command's.</summary>
    /// <param name="name">The command's name, which begins each line.</param>
    /// <param name="usage">The lines.</param>
    public static (ImmutableArray<string> Operands, bool RepeatsLast) Operands(string name, IEnumerable<string> usage)
    {
        List<List<string>> places = [];
        var repeats = false;
        foreach (var line in usage.Where(line => line.StartsWith(name, StringComparison.Ordinal) && !line.Contains(" COMMAND ", StringComparison.Ordinal)))
        {
            // What depends on an option goes with it: the value, and others that may stand in its stead.
            var words = Option().Replace(OptionGroup().Replace(line[name.Length..], string.Empty), string.Empty)
                .Split([' ', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word != "OPTION...").ToList();
            for (var place = 0; place < words.Count; place++)
            {
                if (place == places.Count)
                {
                    places.Add([]);
                }

                repeats |= words[place].EndsWith("...", StringComparison.Ordinal);
                var word = words[place].Replace("...", string.Empty, StringComparison.Ordinal);
                if (!places[place].Contains(word))
                {
                    places[place].Add(word);
                }
            }
        }

        return ([.. places.Select(place => string.Join('|', place))], repeats);
    }

    private static string? Value(Match match) => match.Groups["value"].Success ? match.Groups["value"].Value : null;

    // "--timeout SECONDS", "-f", "-H USER@HOST"
    [GeneratedRegex(@"(?<![\w-])(?<name>--?[a-z][a-z-]*|-[A-Z])(?: (?<value>[A-Z][A-Z@|]*)(?![\w.]))?")]
    private static partial Regex Option();

    // "[-m TEXT | -f FILE | -b BASE64]"
    [GeneratedRegex(@"\[-[^\]]*\]")]
    private static partial Regex OptionGroup();
}
