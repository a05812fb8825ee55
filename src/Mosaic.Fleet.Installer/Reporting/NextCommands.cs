using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>The two or three commands that a person types after a run.</summary>
internal static class NextCommands
{
    /// <summary>Chooses them for a plan.</summary>
    public static ImmutableArray<string> For(
        InstallPlan plan, FleetRoster roster, FleetLayout layout, IReadOnlyDictionary<string, string> variables)
    {
        if (plan.HasConflicts)
        {
            return
            [
                .. plan.Files.Where(file => file.Decision == FileDecision.Conflict)
                    .Select(file => $"mv {Quoted(file.Path, layout)} {Quoted(file.Path.Parent / $"{file.Path.Name}.mine", layout)}"),
                "mosaic-fleet-install --restore    # then carry your edits over from the .mine files",
            ];
        }

        var commands = ImmutableArray.CreateBuilder<string>();
        if (!variables.GetValueOrDefault("PATH", string.Empty).Split(':').Contains(layout.CommandFolder.Value))
        {
            commands.Add($"export PATH={Quoted(layout.CommandFolder, layout)}:$PATH    # also in your shell's start-up file");
        }

        commands.Add("mosaic fleet start");
        commands.Add("mosaic fleet status");
        if (roster.Agents is [var first, ..])
        {
            commands.Add($"mosaic agent attach {first.Name}");
        }

        return commands.ToImmutable();
    }

    private static string Quoted(AbsolutePath path, FleetLayout layout) =>
        path.IsBelow(layout.Home) ? $"\"$HOME/{path.RelativeTo(layout.Home)}\"" : $"\"{path}\"";
}
