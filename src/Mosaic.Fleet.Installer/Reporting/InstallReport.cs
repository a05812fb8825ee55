using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>What a run did, for people and programs.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Files">Each artifact, in the order of the plan.</param>
/// <param name="Warnings">What works but is suspicious.</param>
/// <param name="NextCommands">What a person types next.</param>
internal sealed record InstallReport(
    InstallOutcome Outcome,
    ImmutableArray<ReportedFile> Files,
    ImmutableArray<Diagnostic> Warnings,
    ImmutableArray<string> NextCommands)
{
    /// <summary>What still runs with an old configuration.</summary>
    public OldConfiguration Old { get; init; } = OldConfiguration.None;

    /// <summary>The report of a run that found everything as the fingerprint says.</summary>
    public static InstallReport NothingToDo(IEnumerable<AbsolutePath> outputs, FleetLayout layout) => new(
        InstallOutcome.Unchanged, [.. outputs.Select(path => new ReportedFile(layout.TildeForm(path), "unchanged"))], [], []);

    /// <summary>The report of a plan: applied unless it has conflicts or the run was dry.</summary>
    public static InstallReport Of(
        InstallPlan plan, bool dryRun, ImmutableArray<Diagnostic> warnings, FleetLayout layout, ImmutableArray<string> nextCommands)
    {
        var outcome = plan.HasConflicts ? InstallOutcome.Conflict
            : dryRun ? InstallOutcome.Planned
            : plan.Changes ? InstallOutcome.Installed
            : InstallOutcome.Unchanged;
        var files = ImmutableArray.CreateBuilder<ReportedFile>(plan.Files.Length + 1);
        if (plan.Roster is { } roster)
        {
            var note = roster.KeptAs is { } kept ? $"your edited roster is now {layout.TildeForm(kept)}" : "yours from now on";
            files.Add(new ReportedFile(layout.TildeForm(roster.Path), "created", note));
        }

        foreach (var file in plan.Files)
        {
            var (state, note) = Words(file.Decision);
            files.Add(new ReportedFile(layout.TildeForm(file.Path), state, note));
        }

        return new InstallReport(outcome, files.ToImmutable(), warnings, nextCommands);
    }

    private static (string State, string? Note) Words(FileDecision decision) => decision switch
    {
        FileDecision.Unchanged => ("unchanged", null),
        FileDecision.Created => ("created", null),
        FileDecision.Updated => ("updated", null),
        FileDecision.ModeChanged => ("updated", "permissions only"),
        FileDecision.Removed => ("removed", null),
        FileDecision.KeptEdited => ("kept", "edited by you; the roster asks for no change"),
        FileDecision.KeptDeleted => ("deleted", "by you; --restore brings it back"),
        FileDecision.LeftBehind => ("kept", "edited by you; the roster has no use for it any more"),
        FileDecision.Conflict => ("conflict", "edited by you, and the roster changes it"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
