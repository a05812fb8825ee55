using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Reporting;
using Mosaic.Fleet.Installer.Reporting.Diffs;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer;

/// <summary>From the roster to the report: the stages in their order.</summary>
/// <param name="effects">The host.</param>
internal sealed class InstallPipeline(IEffects effects)
{
    /// <summary>Installs what the roster asks for.</summary>
    /// <exception cref="InstallationException">It could not; the exception says why and what to do.</exception>
    public InstallReport Run(InstallRequest request)
    {
        var layout = FleetLayout.Locate(request.Variables);
        var settings = Fingerprint.Settings(layout, request.Variables);
        if (request.MayBeDoneAlready && !File.Exists(layout.Journal.Value) && Fingerprint.Match(InstalledFiles.ReadText(layout.Fingerprint), settings) is { } outputs)
        {
            return InstallReport.NothingToDo(outputs, layout);
        }

        var manager = UserSystemd.Find(request.Variables);
        var applier = new PlanApplier(effects, layout, manager);
        var interrupted = request.DryRun ? applier.FindInterruptedRun() : applier.SettleInterruptedRun();

        // Roster and Profiles
        var recorded = InstalledFiles.ReadRecord(layout);
        var earlier = recorded with { ProfilePath = request.ProfilePath ?? recorded.ProfilePath, TemplatePath = request.TemplatePath ?? recorded.TemplatePath };
        var installed = InstalledRoster.Read(request.Roster ?? earlier.PlaceOfRoster(layout));
        var profiles = HostProfiles.Open(layout, earlier.ProfilePath);
        var profile = request.Profile is null ? null : profiles.Require(request.Profile);
        var selection = RosterSelector.Select(installed.Place.Value, installed.Content, profile, earlier.Origin, request.ReplaceRoster);
        var reading = RosterReader.Read(selection.File, selection.Content, profiles);
        var roster = reading.Roster ?? throw new InstallationException(FailureKind.BadInput, reading.Diagnostics);

        // Layout, Rendering and lint
        var facts = HostObserver.Observe(request.Variables, layout, earlier.Facts);
        TmuxRequirement.Check(facts);
        FileLimit.Check(roster, FileLimit.Hard);
        var record = earlier.After(request.Roster, selection, request.NoSystemd, facts);
        var templates = HostTemplates.Open(layout, earlier.TemplatePath);
        var (artifacts, templateWarnings) = ArtifactRenderer.Render(templates, roster, layout, facts, record.WithUnits);
        HostLinter.Require(artifacts, layout, facts);

        // Planning
        var planner = new HostPlanner(layout, manager);
        var diffs = new PlanDiffs(layout, InstalledFiles.ReadSmall);
        var shown = (Changes: ImmutableArray<FileDiff>.Empty, Conflicts: ImmutableArray<FileConflict>.Empty);
        InstallPlan MakePlan()
        {
            var plan = planner.Plan(artifacts, installed.Replace(selection), new PlanConditions
            {
                Restore = request.Restore,
                Answers = request.Answers,
                Enable = record is { WithUnits: true, WasEnabled: false },
                Start = request.Start,
            });

            // Once the plan is applied, the bytes of before are gone.
            shown = (request.Diff && !plan.HasConflicts ? diffs.OfChanges(plan) : [], diffs.OfConflicts(plan));
            return plan;
        }

        // Applying and Reporting
        if (request.EnableLinger && !request.DryRun)
        {
            record = record with { EnabledLinger = Lingering.Enable(effects) || record.EnabledLinger };
        }

        var plan = request.DryRun ? MakePlan() : applier.Apply(MakePlan, record, new Provenance("install", selection.Sha256));
        if (!plan.HasConflicts && !request.DryRun)
        {
            AbsolutePath[] inputs =
                [installed.Place, manager.Socket, layout.ReloadPending, .. HostObserver.Inputs(layout), .. profiles.Inputs.Concat(templates.Inputs).Select(AbsolutePath.From)];
            applier.WriteState(layout.Fingerprint, Fingerprint.Describe(settings, inputs, artifacts.Select(artifact => artifact.Path)));
        }

        ImmutableArray<Diagnostic> warnings =
        [
            .. interrupted is null ? [] : new[] { interrupted }, .. reading.Diagnostics, .. templateWarnings,
            .. new HostExpectations(facts, layout).FindMissing(roster), .. TransportExpectation.FindMissing(roster, layout, templates),
        ];
        return InstallReport.Of(plan, request.DryRun, warnings, layout, NextCommands.For(plan, roster, layout, request.Variables, request.DryRun, request.Start, request.Again)) with
        {
            Diffs = shown.Changes,
            Conflicts = shown.Conflicts,
        };
    }
}
