using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Finds rows that make one file once the agents' names stand in their outputs.</summary>
internal static class OutputCheck
{
    /// <summary>Says which rows cannot both be followed.</summary>
    /// <param name="rules">The rows.</param>
    /// <param name="agents">The names of the agents.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static void Run(ImmutableArray<ArtifactRule> rules, ImmutableArray<string> agents, DiagnosticBag diagnostics)
    {
        var makers = new Dictionary<string, ArtifactRule>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            foreach (var output in OutputsOf(rule, agents).Where(output => !makers.TryAdd(output, rule)))
            {
                diagnostics.Add(ArtifactTableDiagnostics.MadeTwice(rule.Place, output, makers[output]));
            }
        }

        foreach (var (output, rule) in makers)
        {
            for (var slash = output.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = output.IndexOf('/', slash + 1))
            {
                if (makers.TryGetValue(output[..slash], out var other))
                {
                    diagnostics.Add(ArtifactTableDiagnostics.FileIsFolder(rule.Place, output[..slash], other));
                }
            }
        }
    }

    private static IEnumerable<string> OutputsOf(ArtifactRule rule, ImmutableArray<string> agents) =>
        rule.IsPerAgent ? agents.Select(rule.OutputFor) : [rule.Output];
}
