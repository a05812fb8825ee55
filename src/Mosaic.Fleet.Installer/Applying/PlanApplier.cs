using System.Text;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Makes a plan come true.</summary>
/// <param name="effects">The host.</param>
/// <param name="layout">Where things belong.</param>
/// <param name="manager">The user manager, which may not run.</param>
internal sealed class PlanApplier(IEffects effects, FleetLayout layout, UserSystemd manager)
{
    private const UnixFileMode StateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FleetControl _fleet = new(effects, layout, manager);
    private readonly OwnFolders _folders = new(effects, layout.OwnFolders);
    private readonly GenerationStore _generations = new(effects, layout);
    private IReadOnlyList<AbsolutePath> _madeForLock = [];

    /// <summary>Makes a plan and applies it, unless it has conflicts or is in place already.</summary>
    /// <param name="makePlan">Called again once other runs are kept out: what stood there may have changed until then.</param>
    /// <param name="record">The choices that later runs keep to.</param>
    /// <param name="provenance">What brings it about, for the history.</param>
    /// <returns>The plan as it was applied.</returns>
    /// <exception cref="InstallationException">Another run is at work, or something failed; the files are as before.</exception>
    public InstallPlan Apply(Func<InstallPlan> makePlan, InstallationRecord record, Provenance provenance)
    {
        var plan = makePlan();
        if (plan.HasConflicts || IsInPlace(plan, record))
        {
            return plan;
        }

        using var alone = Lock();
        Settle();
        plan = makePlan();
        if (!plan.HasConflicts)
        {
            Commit(plan, record, provenance);
            TellManager(plan);
            if (plan.EnablesFleet)
            {
                WriteState(layout.InstallationRecord, (record with { WasEnabled = true }).Format());
            }
        }

        return plan;
    }

    /// <summary>Completes or undoes a run that was interrupted, so that this one finds either its result or what was before.</summary>
    /// <returns>What was done, for the report; null when no run was interrupted.</returns>
    /// <exception cref="InstallationException">It could not be done, or that run is still at work.</exception>
    public Diagnostic? SettleInterruptedRun()
    {
        if (!File.Exists(layout.Journal.Value))
        {
            return null;
        }

        using var alone = Lock();
        return Settle();
    }

    /// <summary>Tells of a run that was interrupted; null when none was.</summary>
    public Diagnostic? FindInterruptedRun() =>
        File.Exists(layout.Journal.Value) ? StateDiagnostics.RunWasInterrupted(layout.Journal.Value) : null;

    /// <summary>Writes one of the tool's own state files, unless it says the same already.</summary>
    /// <exception cref="InstallationException">It cannot be written.</exception>
    public void WriteState(AbsolutePath file, string text)
    {
        if (InstalledFiles.ReadText(file) != text)
        {
            var staged = StagedFile.Beside(file);
            effects.DeleteFile(staged);
            effects.WriteFile(staged, Encoding.UTF8.GetBytes(text), StateMode);
            effects.Rename(staged, file);
        }
    }

    private InstallationLock Lock()
    {
        var created = _madeForLock = _folders.Create(layout.StateFolder);
        return InstallationLock.Take(layout.Lock, () =>
        {
            effects.DeleteFile(layout.Lock);
            _folders.DeleteEmptyAbove(layout.Lock);
            _folders.DeleteIfEmpty(created);
        });
    }

    private FileCommit NewCommit() => new(effects, _folders, layout.Journal, _fleet, _generations);

    private Diagnostic? Settle()
    {
        if (!File.Exists(layout.Journal.Value))
        {
            return null;
        }

        var journal = Journal.Parse(InstalledFiles.ReadText(layout.Journal), layout.Journal);
        return NewCommit().Settle(journal) ? StateDiagnostics.RunWasCompleted() : StateDiagnostics.RunWasUndone();
    }

    private bool IsInPlace(InstallPlan plan, InstallationRecord record) =>
        !plan.Changes
        && InstalledFiles.ReadText(layout.Manifest) == Manifest.Format(plan.Manifest)
        && InstalledFiles.ReadText(layout.InstallationRecord) == record.Format();

    private void Commit(InstallPlan plan, InstallationRecord record, Provenance provenance)
    {
        var planned = new PlannedChanges(plan, Manifest.Parse(InstalledFiles.ReadText(layout.Manifest), layout));
        FileChange[] changes = [.. planned.Changes, .. StateChanges(plan, record, planned.Displaced, provenance)];
        if (changes.Length == 0)
        {
            return;
        }

        var missing = _folders.FindMissing(changes.Select(change => change.Path.Parent).Append(layout.Objects));
        changes = [.. MadeFolders(plan, missing), .. changes];
        var journal = new Journal
        {
            Folders = [.. missing],
            StoppedAgents = plan.StoppedAgents,
            StopsFleet = plan.LeavesSystemd,
            DisablesFleet = plan.LeavesSystemd && _fleet.HasManager && new FileInfo(layout.EnablementLink.Value).LinkTarget is not null,
            Steps = [.. changes.Select(change => new JournalStep(change.Path, change.Before, change.After))],
        };
        NewCommit().Run(journal, changes, () => planned.KeepObjects(_generations.Objects));
        _generations.Prune();
    }

    // The manifest comes last but for the record, so that a plain shell that reads it finds what it names.
    private IEnumerable<FileChange> StateChanges(
        InstallPlan plan, InstallationRecord record, IEnumerable<ManifestEntry> displaced, Provenance provenance)
    {
        var manifest = Manifest.Format(plan.Manifest);
        FileChange?[] choices = [State(layout.Manifest, manifest), State(layout.InstallationRecord, record.Format())];
        var pending = plan.ReloadsUnits && _fleet.HasManager && !File.Exists(layout.ReloadPending.Value);
        var changes = choices.OfType<FileChange>().ToList();
        return
        [
            // Killed between here and the reload, the next run still knows that systemd has to read its units again.
            .. pending ? [new FileChange(layout.ReloadPending, default, StateMode, ReadOnlyMemory<byte>.Empty)] : Array.Empty<FileChange>(),
            .. changes.Count > 0 || plan.EnablesFleet || plan.Files.Any(file => file.Changes) || plan.Roster is not null
                ? _generations.Next(manifest, displaced, record with { WasEnabled = record.WasEnabled || plan.EnablesFleet }, provenance)
                : [],
            .. changes,
        ];
    }

    // An uninstallation removes no folder that was there before the first run; systemctl makes one, too.
    private IEnumerable<FileChange> MadeFolders(InstallPlan plan, IEnumerable<AbsolutePath> missing)
    {
        var enablement = plan.EnablesFleet ? _folders.FindMissing([layout.EnablementLink.Parent]) : [];
        var made = InstalledFiles.ReadText(layout.MadeFolders).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Concat(_madeForLock.Concat(missing).Concat(enablement).Select(folder => folder.Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return State(layout.MadeFolders, string.Concat(made.Select(folder => $"{folder}\n"))) is { } change ? [change] : [];
    }

    private static FileChange? State(AbsolutePath file, string text)
    {
        var change = new FileChange(file, InstalledFiles.Observe(file), StateMode, Encoding.UTF8.GetBytes(text));
        return change.Before == change.After ? null : change;
    }

    private void TellManager(InstallPlan plan)
    {
        if (plan.ReloadsUnits && _fleet.HasManager)
        {
            _fleet.Reload();
            effects.DeleteFile(layout.ReloadPending);
        }

        if (plan.EnablesFleet)
        {
            _fleet.Enable();
        }
    }
}
