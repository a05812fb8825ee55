using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks for the programs that the tools of the chosen suites run, on the recorded PATH.</summary>
internal static class ToolChecks
{
    /// <summary>One finding a suite; none where the roster chooses none.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host) => (host.Roster?.Tools.Suites ?? []).Select(suite => Examine(host, suite));

    private static Finding Examine(ExaminedHost host, string suite)
    {
        var check = $"tools {suite}";
        var programs = ProgramsOf(suite);
        var missing = programs.Where(program => Probe.FindProgram(program, host.Facts.SearchPath) is null).ToList();
        return missing.Count == 0
            ? Finding.Ok(check, $"{string.Join(" and ", programs)} are there")
            : Finding.Warning(check, $"{string.Join(" and ", missing)} not on the PATH of the fleet", "the tools of this suite run them", missing.Contains("tea")
                ? "open https://gitea.com/gitea/tea    # says how to install it"
                : $"sudo apt-get install {string.Join(' ', missing)}    # or what your system has for that");
    }

    private static ImmutableArray<string> ProgramsOf(string suite) => suite == ToolSuites.Git ? ["tea", "jq"] : ["curl", "jq"];
}
