using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer;

/// <summary>The way back: the later stages of <see cref="InstallPipeline"/>, with the files of a generation instead of a roster's.</summary>
/// <param name="effects">The host.</param>
internal sealed class RollbackPipeline(IEffects effects)
{
    /// <summary>Brings a generation back, as a new one.</summary>
    /// <param name="variables">The caller's environment.</param>
    /// <param name="number">The generation; null for the one before the one that stands.</param>
    /// <param name="answers">What is done with files that the user edited, and that change.</param>
    /// <param name="dryRun">Whether the plan is shown and not applied.</param>
    /// <exception cref="InstallationException">It could not; the exception says why and what to do.</exception>
    public InstallReport Run(IReadOnlyDictionary<string, string> variables, int? number, ConflictAnswers answers, bool dryRun)
    {
        var layout = FleetLayout.Locate(variables);
        var manager = UserSystemd.Find(variables);
        var applier = new PlanApplier(effects, layout, manager);
        var interrupted = dryRun ? applier.FindInterruptedRun() : applier.SettleInterruptedRun();

        // What stands in for roster and templates
        var store = new GenerationStore(effects, layout);
        var chosen = number ?? store.Numbers().SkipLast(1).LastOrDefault();
        var generation = store.Read(chosen) ?? throw InstallationErrors.NoGeneration(number);
        var (artifacts, edited) = new GenerationFiles(store, layout).Read(generation);
        var current = InstalledFiles.ReadRecord(layout);
        var record = generation.Record with { WasEnabled = generation.IsEnabled && current.WasEnabled, EnabledLinger = current.EnabledLinger };

        // Planning
        ImmutableArray<FileConflict> conflicts = [];
        InstallPlan MakePlan()
        {
            var plan = new HostPlanner(layout, manager).Plan(
                artifacts, roster: null, new PlanConditions { Answers = answers, Enable = generation.IsEnabled && !current.WasEnabled });
            conflicts = new PlanDiffs(layout, InstalledFiles.ReadSmall).OfConflicts(plan);
            return BringEditsBack(edited, plan);
        }

        // Applying and Reporting
        var plan = dryRun ? MakePlan() : applier.Apply(MakePlan, record, new Provenance($"rollback {chosen}", generation.Provenance.RosterSha256));
        if (!dryRun && !plan.HasConflicts && !plan.LeavesSystemd && current.WasEnabled && !generation.IsEnabled)
        {
            new FleetControl(effects, layout, manager).Disable();
        }

        return InstallReport.Of(plan, dryRun, [.. Warnings(layout, record, generation), .. interrupted is null ? Array.Empty<Diagnostic>() : [interrupted]], layout, []) with { Conflicts = conflicts };
    }

    // The manifest's line stays ours, so that the file goes on being one that the user edited.
    private static InstallPlan BringEditsBack(ImmutableDictionary<AbsolutePath, Artifact> edited, InstallPlan plan) => plan with
    {
        Files =
        [
            .. plan.Files.Select(file => file.Changes && file.Installed.Kind == InstalledFileKind.File && edited.TryGetValue(file.Path, out var artifact)
                ? file with { Decision = FileDecision.Updated, Artifact = artifact }
                : file),
        ],
    };

    private static IEnumerable<Diagnostic> Warnings(FleetLayout layout, InstallationRecord record, Generation generation)
    {
        var roster = record.PlaceOfRoster(layout);
        return InstalledFiles.ReadBytes(roster) is { } content && InstalledFiles.Hash(content) != generation.Provenance.RosterSha256
            ? [StateDiagnostics.RosterIsNotRolledBack(generation.Number, roster.Value)]
            : [];
    }
}
