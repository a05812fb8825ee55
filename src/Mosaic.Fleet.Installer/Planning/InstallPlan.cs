using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>All that one run would do, as data. The steps happen in the order of the members.</summary>
internal sealed record InstallPlan
{
    /// <summary>Whether the whole fleet is stopped and no longer starts at boot, since its units go away.</summary>
    public required bool LeavesSystemd { get; init; }

    /// <summary>Agents that left the roster and are stopped before anything else.</summary>
    public required ImmutableArray<string> StoppedAgents { get; init; }

    /// <summary>The roster's bytes, when it has yet to be written.</summary>
    public required PlannedRoster? Roster { get; init; }

    /// <summary>What is done with each file, in the order of the artifacts, then what is removed.</summary>
    public required ImmutableArray<PlannedFile> Files { get; init; }

    /// <summary>Whether the user manager has to read its units again.</summary>
    public required bool ReloadsUnits { get; init; }

    /// <summary>Whether the fleet is yet to be made to start at boot.</summary>
    public required bool EnablesFleet { get; init; }

    /// <summary>The same as steps with their causes; empty when there is a conflict.</summary>
    public ImmutableArray<PlanStep> Steps { get; init; } = [];

    /// <summary>Whether writing would lose what the user wrote.</summary>
    public bool HasConflicts => Files.Any(file => file.Decision == FileDecision.Conflict);

    /// <summary>Whether applying it would change anything that the user can see.</summary>
    public bool Changes => Roster is not null || ReloadsUnits || EnablesFleet || Files.Any(file => file.Changes);

    /// <summary>The manifest after the plan was applied.</summary>
    public IEnumerable<ManifestEntry> Manifest => Files.Select(file => file.Manifest).OfType<ManifestEntry>();
}
