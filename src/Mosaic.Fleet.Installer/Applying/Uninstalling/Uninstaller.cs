using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Uninstalling;

/// <summary>Takes an installation away, as far as possible as if it had never been.</summary>
/// <param name="effects">The host.</param>
/// <param name="layout">Where things belong.</param>
/// <param name="manager">The user manager, which may not run.</param>
internal sealed class Uninstaller(IEffects effects, FleetLayout layout, UserSystemd manager)
{
    /// <summary>Stops the fleet, and removes what the plan says. Killed at any instant, it can be run again.</summary>
    /// <param name="makePlan">Called again once other runs are kept out.</param>
    /// <returns>The plan as it was carried out.</returns>
    /// <exception cref="InstallationException">Another run is at work, the fleet does not stop, or something cannot be deleted.</exception>
    public UninstallPlan Uninstall(Func<UninstallPlan> makePlan)
    {
        var plan = makePlan();
        if (!plan.IsInstalled)
        {
            // One that was killed at its very end may have left these, which can be nobody else's.
            new OwnFolders(effects, []).DeleteIfEmpty([layout.StateFolder.Parent, layout.StateFolder]);
            return plan;
        }

        new PlanApplier(effects, layout, manager).SettleInterruptedRun();
        var folders = new OwnFolders(effects, []);
        IReadOnlyList<AbsolutePath> made = folders.Create(layout.StateFolder);
        using var alone = InstallationLock.Take(layout.Lock, () =>
        {
            effects.DeleteFile(layout.Lock);
            folders.DeleteIfEmpty(made);
        });
        var fleet = new FleetControl(effects, layout, manager);
        fleet.End();
        // Only now, since a fleet that ends leaves files of its own.
        plan = makePlan();
        Remove(plan, folders, fleet);
        made = [.. made.Concat(plan.Folders).Distinct().OrderBy(folder => folder.Value, StringComparer.Ordinal)];
        return plan;
    }

    private void Remove(UninstallPlan plan, OwnFolders folders, FleetControl fleet)
    {
        Disable(fleet);
        foreach (var link in plan.Links)
        {
            effects.DeleteFile(link);
        }

        var journal = new Journal { Steps = [.. plan.Files.Select(file => new JournalStep(file.Path, file.Before, file.After))] };
        new FileCommit(effects, folders, layout.Journal, fleet, new GenerationStore(effects, layout)).Run(journal, plan.Files, () => { });
        if (plan.Files.Any(file => file.Path.IsBelow(layout.UnitFolder)))
        {
            fleet.Reload();
        }

        foreach (var entry in plan.State.Where(entry => entry != layout.MadeFolders))
        {
            DeleteAll(entry);
        }

        // Last goes what says which folders were made: killed before that, the next run still removes them.
        folders.DeleteIfEmpty(plan.Folders);
        effects.DeleteFile(layout.MadeFolders);
    }

    private void Disable(FleetControl fleet)
    {
        if (new FileInfo(layout.EnablementLink.Value).LinkTarget is null)
        {
            return;
        }

        // Without its unit file systemctl refuses, and without a manager there is nobody to ask: a link is a link.
        if (File.Exists((layout.UnitFolder / UnitNames.FleetTarget).Value))
        {
            fleet.Disable();
        }

        effects.DeleteFile(layout.EnablementLink);
    }

    private void DeleteAll(AbsolutePath path)
    {
        var folder = new DirectoryInfo(path.Value);
        if (!folder.Exists || folder.LinkTarget is not null)
        {
            effects.DeleteFile(path);
            return;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos().Select(entry => AbsolutePath.From(entry.FullName)).ToList())
        {
            DeleteAll(entry);
        }

        effects.DeleteFolderIfEmpty(path);
    }
}
