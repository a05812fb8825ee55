using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>Says in which steps a plan comes true, each with its cause.</summary>
/// <param name="plan">What is decided.</param>
/// <param name="manifest">What we last wrote.</param>
/// <param name="read">The bytes of a regular file that stands there; null when it cannot be read.</param>
/// <param name="layout">Where things belong.</param>
internal sealed class StepPlanner(
    InstallPlan plan, ImmutableDictionary<AbsolutePath, ManifestEntry> manifest, Func<AbsolutePath, byte[]?> read, FleetLayout layout)
{
    private const string WithoutSystemd = "--no-systemd was given";
    private readonly ChangeCauses _causes = new(manifest, read, layout, plan.LeavesSystemd, plan.StoppedAgents.ToHashSet(StringComparer.Ordinal));

    /// <summary>The steps in their order; none when there is a conflict.</summary>
    public ImmutableArray<PlanStep> Steps(PlanConditions conditions) => plan.HasConflicts ? [] :
    [
        .. Stops(),
        .. plan.LeavesSystemd && conditions.HasManager ? [new PlanStep(PlanStepKind.Disable, UnitNames.FleetTarget, WithoutSystemd)] : Array.Empty<PlanStep>(),
        .. Roster(),
        .. Files(PlanStepKind.Write, file => file.IsWritten),
        .. Files(PlanStepKind.ChangeMode, file => file.Decision == FileDecision.ModeChanged),
        .. Files(PlanStepKind.Delete, file => file.Decision == FileDecision.Removed),
        .. plan.ReloadsUnits && conditions.HasManager
            ? [new PlanStep(PlanStepKind.Reload, "user manager", conditions.ReloadPending ? "an earlier run changed units" : "units changed")] : Array.Empty<PlanStep>(),
        .. plan.EnablesFleet ? [new PlanStep(PlanStepKind.Enable, UnitNames.FleetTarget, "the fleet starts at boot")] : Array.Empty<PlanStep>(),
        .. conditions.Start ? [new PlanStep(PlanStepKind.Start, "the fleet", "--start was given")] : Array.Empty<PlanStep>(),
    ];

    private IEnumerable<PlanStep> Stops() => plan.LeavesSystemd
        ? [new PlanStep(PlanStepKind.Stop, "the fleet", WithoutSystemd)]
        : plan.StoppedAgents.Select(agent => new PlanStep(PlanStepKind.Stop, $"agent {agent}", ChangeCauses.AgentLeft(agent)));

    private IEnumerable<PlanStep> Roster()
    {
        if (plan.Roster is { } roster)
        {
            if (roster.KeptAs is { } kept)
            {
                yield return new PlanStep(PlanStepKind.Move, layout.TildeForm(roster.Path), $"--replace-roster was given; yours is kept as {kept.Name}");
            }

            yield return new PlanStep(PlanStepKind.Write, layout.TildeForm(roster.Path), "--profile was given");
        }
    }

    private IEnumerable<PlanStep> Files(PlanStepKind kind, Func<PlannedFile, bool> isOfKind) =>
        plan.Files.Where(isOfKind).Select(file => new PlanStep(kind, layout.TildeForm(file.Path), _causes.Of(file)));
}
