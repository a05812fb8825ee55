using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting.Diffs;

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

    /// <summary>What a dry run or a plan would do; empty for a run that did it.</summary>
    public ImmutableArray<PlanStep> Steps { get; init; } = [];

    /// <summary>What <c>--diff</c> asked for.</summary>
    public ImmutableArray<FileDiff> Diffs { get; init; } = [];

    /// <summary>The files for which nothing was written.</summary>
    public ImmutableArray<FileConflict> Conflicts { get; init; } = [];

    /// <summary>The report of a run that found everything as the fingerprint says.</summary>
    public static InstallReport NothingToDo(IEnumerable<AbsolutePath> outputs, FleetLayout layout) => new(
        InstallOutcome.Unchanged, [.. outputs.Select(path => new ReportedFile(layout.TildeForm(path), "unchanged"))], [], []);

    /// <summary>The report of a plan: applied unless it has conflicts or the run was dry.</summary>
    public static InstallReport Of(
        InstallPlan plan, bool dryRun, ImmutableArray<Diagnostic> warnings, FleetLayout layout, ImmutableArray<string> nextCommands)
    {
        var outcome = plan.HasConflicts ? InstallOutcome.Conflict
            : dryRun && !plan.Steps.IsEmpty ? InstallOutcome.Planned
            : dryRun ? InstallOutcome.Unchanged
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
            var (state, note) = Words(file);
            files.Add(new ReportedFile(layout.TildeForm(file.Path), state, note));
        }

        return new InstallReport(outcome, files.ToImmutable(), warnings, nextCommands) { Steps = dryRun ? plan.Steps : [] };
    }

    private static (string State, string? Note) Words(PlannedFile file) => file.Decision switch
    {
        FileDecision.Unchanged => ("unchanged", null),
        FileDecision.Adopted => ("adopted", "it was there already, and is what the roster asks for"),
        FileDecision.Created => ("created", null),
        FileDecision.Updated => ("updated", null),
        FileDecision.ModeChanged => ("updated", "permissions only"),
        FileDecision.Removed => ("removed", null),
        FileDecision.Forgotten => ("removed", "you had deleted it"),
        FileDecision.KeptOnRequest => ("kept", "edited by you; the roster's change of it is passed over"),
        FileDecision.Overwritten => ("overwritten", "your version is kept in the state folder's objects"),
        FileDecision.KeptEdited => ("kept", "edited by you; the roster asks for no change"),
        FileDecision.KeptDeleted => ("deleted", "by you; --restore brings it back"),
        FileDecision.LeftBehind => ("kept", "edited by you; the roster has no use for it any more"),
        FileDecision.Conflict when file.Manifest is null => ("conflict", "not made by this tool, and the roster asks for it"),
        FileDecision.Conflict => ("conflict", "edited by you, and the roster changes it"),
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };
}
