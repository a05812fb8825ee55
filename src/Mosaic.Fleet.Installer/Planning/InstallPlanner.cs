using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>Compares what the roster asks for with what is installed.</summary>
internal static class InstallPlanner
{
    /// <summary>Makes the plan; looks at nothing but its arguments.</summary>
    /// <param name="artifacts">What the roster asks for.</param>
    /// <param name="manifest">What we last wrote.</param>
    /// <param name="installed">What stands at a path now.</param>
    /// <param name="layout">Where things belong.</param>
    /// <param name="roster">The roster, when it has yet to be written.</param>
    /// <param name="restore">Whether files that the user deleted come back.</param>
    /// <param name="reloadPending">Whether an earlier run changed units that systemd has not read yet.</param>
    /// <param name="enable">Whether the fleet is yet to be made to start at boot.</param>
    public static InstallPlan Plan(
        ImmutableArray<Artifact> artifacts,
        ImmutableDictionary<AbsolutePath, ManifestEntry> manifest,
        Func<AbsolutePath, InstalledFile> installed,
        FleetLayout layout,
        PlannedRoster? roster,
        bool restore,
        bool reloadPending,
        bool enable)
    {
        var wanted = artifacts.Select(artifact => artifact.Path).ToHashSet();
        var abandoned = manifest.Values.Where(entry => !wanted.Contains(entry.Path)).OrderBy(entry => entry.Path.Value, StringComparer.Ordinal);
        var files = artifacts
            .Select(artifact => FileDecider.Decide(artifact, installed(artifact.Path), manifest.GetValueOrDefault(artifact.Path), restore))
            .Concat(abandoned.Select(entry => FileDecider.DecideRemoval(entry, installed(entry.Path))))
            .ToImmutableArray();

        return new InstallPlan
        {
            LeavesSystemd = files.Any(file => file.Decision == FileDecision.Removed && file.Path == layout.UnitFolder / UnitNames.FleetTarget),
            StoppedAgents = [.. files.Where(file => file.Artifact is null).Select(file => layout.AgentOf(file.Path)).OfType<string>()],
            Roster = roster,
            Files = files,
            ReloadsUnits = reloadPending || files.Any(file => file.Changes && file.Path.IsBelow(layout.UnitFolder)),
            EnablesFleet = enable,
        };
    }
}
