using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Reads <c>artifacts.table</c>: rows of scope, octal mode, template and output.</summary>
internal static class ArtifactTable
{
    /// <summary>The table's path in a layer.</summary>
    public const string FileName = "artifacts.table";

    private const UnixFileMode OwnerAccess = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly ImmutableArray<string> ScopeWords = ["agent", "agent-unit", "fleet", "git", "unit", "woodpecker"];

    /// <summary>Reads the tables of all layers: the built-in rows, then those that each folder adds.</summary>
    /// <param name="templates">The templates; a row names one of them.</param>
    /// <param name="diagnostics">Takes what is wrong with the tables.</param>
    public static ImmutableArray<ArtifactRule> Read(TemplateCatalogue templates, DiagnosticBag diagnostics)
    {
        var rules = ImmutableArray.CreateBuilder<ArtifactRule>();
        var outputs = new Dictionary<string, ArtifactRule>(StringComparer.Ordinal);
        foreach (var layer in templates.Layers.Reverse().Where(layer => layer.Paths.Contains(FileName)))
        {
            foreach (var rule in Rows(layer.ReadText(FileName), templates.Paths, diagnostics))
            {
                if (!layer.IsBuiltIn && ArtifactOutput.FindOwner(rule.Output) is { } owner)
                {
                    diagnostics.Add(ArtifactTableDiagnostics.BadOutput(rule.Place, owner));
                }
                else if (outputs.TryAdd(rule.Output, rule))
                {
                    rules.Add(rule with { IsOfUser = !layer.IsBuiltIn });
                }
                else
                {
                    diagnostics.Add(ArtifactTableDiagnostics.MadeTwice(rule.Place, rule.Output, outputs[rule.Output]));
                }
            }
        }

        return rules.ToImmutable();
    }

    private static IEnumerable<ArtifactRule> Rows(SourceText table, ImmutableSortedSet<string> templates, DiagnosticBag diagnostics)
    {
        for (int start = 0, end; start < table.Text.Length; start = end + 1)
        {
            end = table.Text.IndexOf('\n', start) is >= 0 and var found ? found : table.Text.Length;
            if (Words(table, start, end) is { Count: > 0 } words && table.Text[words[0].Start] != '#'
                && ParseRow(words, templates, diagnostics) is { } rule)
            {
                yield return rule;
            }
        }
    }

    private static List<SourceSpan> Words(SourceText table, int start, int end)
    {
        List<SourceSpan> words = [];
        for (var at = start; at < end; at++)
        {
            var length = table.Text.AsSpan(at, end - at).IndexOfAny(' ', '\t') is >= 0 and var found ? found : end - at;
            if (length > 0)
            {
                words.Add(table.Span(at, length));
                at += length;
            }
        }

        return words;
    }

    // Says all that is wrong with a row, not only the first of it.
    private static ArtifactRule? ParseRow(List<SourceSpan> words, ImmutableSortedSet<string> templates, DiagnosticBag diagnostics)
    {
        if (words is not [var scopeWord, var modeWord, var template, var output])
        {
            var row = words[0].Source.Span(words[0].Start, words[^1].Start + words[^1].Length - words[0].Start);
            diagnostics.Add(ArtifactTableDiagnostics.NotFourColumns(row));
            return null;
        }

        var scope = ParseScope(Text(scopeWord));
        if (scope is null)
        {
            diagnostics.Add(ArtifactTableDiagnostics.NoScope(scopeWord, Text(scopeWord), ScopeWords));
        }

        var mode = ParseMode(Text(modeWord));
        if (mode is null)
        {
            diagnostics.Add(ArtifactTableDiagnostics.NoMode(modeWord, Text(modeWord)));
        }

        if (!templates.Contains(Text(template)))
        {
            diagnostics.Add(ArtifactTableDiagnostics.NoTemplate(template, Text(template), templates));
        }

        var fault = scope is { } known ? ArtifactOutput.FindFault(Text(output), known) : null;
        if (fault is { } wrong)
        {
            diagnostics.Add(ArtifactTableDiagnostics.BadOutput(output, wrong));
        }

        return scope is { } itsScope && mode is { } bits && fault is null ? new ArtifactRule(itsScope, bits, Text(template), Text(output), output) { Suite = ParseSuite(Text(scopeWord)) } : null;
    }

    private static ArtifactScope? ParseScope(string word) => word switch
    {
        "fleet" => ArtifactScope.Fleet,
        "agent" => ArtifactScope.Agent,
        "unit" => ArtifactScope.Unit,
        "agent-unit" => ArtifactScope.AgentUnit,
        ToolSuites.Git or ToolSuites.Woodpecker => ArtifactScope.Fleet,
        _ => null,
    };

    // A suite of tools is a scope of its own: what is made once, and only where the roster chooses the suite.
    private static string? ParseSuite(string word) => word is ToolSuites.Git or ToolSuites.Woodpecker ? word : null;

    // Three or four octal digits; no set-user-id and the like, and nothing that its owner cannot read and write.
    private static UnixFileMode? ParseMode(string digits) =>
        digits is { Length: 3 } or { Length: 4 } and ['0', ..] && digits.All(digit => digit is >= '0' and <= '7')
        && (UnixFileMode)Convert.ToInt32(digits, fromBase: 8) is var mode && mode.HasFlag(OwnerAccess)
            ? mode
            : null;

    private static string Text(SourceSpan word) => word.Source.Text.Substring(word.Start, word.Length);
}
