using System.Collections.Immutable;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>Compares what the roster asks for with what is installed; looks at nothing but what it is given.</summary>
/// <param name="manifest">What we last wrote.</param>
/// <param name="installed">What stands at a path now.</param>
/// <param name="read">The bytes of a regular file that stands there; null when it cannot be read.</param>
/// <param name="layout">Where things belong.</param>
internal sealed class InstallPlanner(
    ImmutableDictionary<AbsolutePath, ManifestEntry> manifest,
    Func<AbsolutePath, InstalledFile> installed,
    Func<AbsolutePath, byte[]?> read,
    FleetLayout layout)
{
    /// <summary>Makes the plan.</summary>
    /// <param name="artifacts">What the roster asks for.</param>
    /// <param name="roster">The roster, when it has yet to be written.</param>
    /// <param name="conditions">What else decides.</param>
    /// <exception cref="InstallationException">A folder is in the way of a file that is to be overwritten.</exception>
    public InstallPlan Plan(ImmutableArray<Artifact> artifacts, PlannedRoster? roster, PlanConditions conditions)
    {
        var wanted = artifacts
            .Select(artifact => FileDecider.Decide(
                artifact, installed(artifact.Path), manifest.GetValueOrDefault(artifact.Path), conditions.Restore, conditions.Answers.For(artifact.Path)))
            .ToImmutableArray();
        var sidecars = wanted.Select(file => DecideSidecar(file, conditions.Answers.For(file.Path))).OfType<PlannedFile>().ToImmutableArray();
        var known = wanted.Concat(sidecars).Select(file => file.Path).ToHashSet();
        ImmutableArray<PlannedFile> files =
        [
            .. wanted,
            .. sidecars,
            .. manifest.Values.Where(entry => !known.Contains(entry.Path))
                .OrderBy(entry => entry.Path.Value, StringComparer.Ordinal)
                .Select(entry => FileDecider.DecideRemoval(entry, installed(entry.Path))),
        ];

        var plan = new InstallPlan
        {
            LeavesSystemd = files.Any(file => file.Decision == FileDecision.Removed && file.Path == layout.UnitFolder / UnitNames.FleetTarget),
            StoppedAgents = StoppedAgents(files),
            Roster = roster,
            Files = files,
            ReloadsUnits = conditions.ReloadPending || files.Any(file => file.Changes && file.Path.IsBelow(layout.UnitFolder)),
            EnablesFleet = conditions.Enable,
        };
        return plan with { Steps = new StepPlanner(plan, manifest, read, layout).Steps(conditions) };
    }

    private PlannedFile? DecideSidecar(PlannedFile file, ConflictAnswer? answer)
    {
        var path = Sidecar.Beside(file.Path);
        if (file.Decision == FileDecision.KeptOnRequest && answer == ConflictAnswer.Sidecar)
        {
            var sidecar = new Artifact(path, file.Artifact!.Mode, file.Artifact.Content);
            return FileDecider.Decide(sidecar, installed(path), manifest.GetValueOrDefault(path), restore: true, answer: null);
        }

        // While the user's file stays as it is, the sidecar has something to say; one that the user deleted has not.
        return file.Decision is FileDecision.KeptEdited or FileDecision.KeptDeleted
            && manifest.GetValueOrDefault(path) is { } written
            && installed(path) is { Kind: not InstalledFileKind.Absent } present
            ? new PlannedFile(path, present.Is(written) ? FileDecision.Unchanged : FileDecision.KeptEdited, present, null, written)
            : null;
    }

    // An agent whose edited env file was left behind is stopped once, by the run in which it leaves the roster.
    private ImmutableArray<string> StoppedAgents(IEnumerable<PlannedFile> files)
    {
        var left = files.Where(file => file.Artifact is null)
            .Select(file => new { file.Decision, Agent = layout.AgentOf(file.Path) })
            .Where(file => file.Agent is not null)
            .ToList();
        var lines = left.Exists(file => file.Decision == FileDecision.LeftBehind) && read(layout.AgentTable) is { } table
            ? Encoding.UTF8.GetString(table).Split('\n')
            : null;
        return
        [
            .. from file in left
               where file.Decision != FileDecision.LeftBehind || lines is null || lines.Any(line => line.StartsWith($"{file.Agent} ", StringComparison.Ordinal))
               select file.Agent,
        ];
    }
}
