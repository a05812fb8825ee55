using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>The two or three commands that a person types after a run.</summary>
internal static class NextCommands
{
    /// <summary>Chooses them for a plan.</summary>
    /// <param name="plan">What was done, or was not.</param>
    /// <param name="roster">The fleet.</param>
    /// <param name="layout">Where things belong.</param>
    /// <param name="variables">The caller's environment.</param>
    /// <param name="dryRun">Whether it was only shown.</param>
    /// <param name="starts">Whether the fleet is started and its status shown at once.</param>
    /// <param name="again">The options that say the same again, behind a blank each.</param>
    public static ImmutableArray<string> For(
        InstallPlan plan, FleetRoster roster, FleetLayout layout, IReadOnlyDictionary<string, string> variables, bool dryRun, bool starts, string again)
    {
        if (plan.HasConflicts)
        {
            return [.. ConflictAnswers(again)];
        }

        if (dryRun)
        {
            return [$"mosaic-fleet-install{again}"];
        }

        var commands = ImmutableArray.CreateBuilder<string>();
        if (!variables.GetValueOrDefault("PATH", string.Empty).Split(':').Contains(layout.CommandFolder.Value))
        {
            commands.Add($"export PATH={Quoted(layout.CommandFolder, layout)}:$PATH    # also in your shell's start-up file");
        }

        if (!starts)
        {
            commands.Add("mosaic fleet start");
            commands.Add("mosaic fleet status");
        }

        if (roster.Agents is [var first, ..])
        {
            commands.Add($"mosaic agent attach {first.Name}");
        }

        return commands.ToImmutable();
    }

    private static IEnumerable<string> ConflictAnswers(string again) =>
    [
        $"mosaic-fleet-install{again} --conflict keep         # yours stay, the roster's changes of them are passed over",
        $"mosaic-fleet-install{again} --conflict sidecar      # yours stay, and ours are written beside them, as FILE.mosaic-new",
        $"mosaic-fleet-install{again} --conflict overwrite    # ours replace yours, which are kept in the state folder",
    ];

    private static string Quoted(AbsolutePath path, FleetLayout layout) =>
        path.IsBelow(layout.Home) ? $"\"$HOME/{path.RelativeTo(layout.Home)}\"" : $"\"{path}\"";
}
