using System.Text;
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
    private const UnixFileMode RosterMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode StateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileWriter _writer = new(effects, [layout.MosaicHome, layout.UnitFolder, layout.StateFolder.Parent]);

    /// <summary>Makes a plan and applies it, unless it has conflicts or is in place already.</summary>
    /// <param name="makePlan">Called again once other runs are kept out: what stood there may have changed until then.</param>
    /// <param name="record">The choices that later runs keep to.</param>
    /// <returns>The plan as it was applied.</returns>
    /// <exception cref="InstallationException">Another run is at work, or something failed.</exception>
    public InstallPlan Apply(Func<InstallPlan> makePlan, InstallationRecord record)
    {
        var plan = makePlan();
        if (plan.HasConflicts || IsInPlace(plan, record))
        {
            return plan;
        }

        using var alone = Lock();
        plan = makePlan();
        if (!plan.HasConflicts)
        {
            Apply(plan, record);
        }

        return plan;
    }

    /// <summary>Writes one of the tool's own state files, unless it says the same already.</summary>
    /// <exception cref="InstallationException">It cannot be written.</exception>
    public void WriteState(AbsolutePath file, string text)
    {
        StageState(file, text);
        _writer.Commit();
    }

    private InstallationLock Lock()
    {
        var created = _writer.CreateFolder(layout.StateFolder);
        return InstallationLock.Take(layout.Lock, () =>
        {
            _writer.Delete(layout.Lock);
            foreach (var folder in created.Reverse())
            {
                effects.DeleteFolderIfEmpty(folder);
            }
        });
    }

    // Before the commit nothing is changed.
    private void Apply(InstallPlan plan, InstallationRecord record)
    {
        Stage(plan, record);
        StopAgents(plan);
        if (plan.Roster is { KeptAs: { } kept } roster)
        {
            effects.Rename(roster.Path, kept);
        }

        _writer.Commit();
        foreach (var file in plan.Files)
        {
            Finish(file);
        }

        WriteState(layout.Manifest, Manifest.Format(plan.Manifest));
        TellManager(plan);
        if (plan.EnablesFleet)
        {
            WriteState(layout.InstallationRecord, (record with { WasEnabled = true }).Format());
        }
    }

    private bool IsInPlace(InstallPlan plan, InstallationRecord record) =>
        !plan.Changes
        && InstalledFiles.ReadText(layout.Manifest) == Manifest.Format(plan.Manifest)
        && InstalledFiles.ReadText(layout.InstallationRecord) == record.Format();

    private void Stage(InstallPlan plan, InstallationRecord record)
    {
        foreach (var file in plan.Files.Where(file => file.IsWritten))
        {
            _writer.Stage(file.Path, file.Artifact!.Content, file.Artifact.Mode);
        }

        if (plan.Roster is { } roster)
        {
            _writer.Stage(roster.Path, roster.Content, RosterMode);
        }

        StageState(layout.InstallationRecord, record.Format());
        if (plan.ReloadsUnits && manager.IsRunning)
        {
            // Killed between here and the reload, the next run still knows that systemd has to read its units again.
            _writer.Stage(layout.ReloadPending, default, StateMode);
        }
    }

    private void StageState(AbsolutePath file, string text)
    {
        if (InstalledFiles.ReadText(file) != text)
        {
            _writer.Stage(file, Encoding.UTF8.GetBytes(text), StateMode);
        }
    }

    // The commands that stop agents are those of the last run: they know how this fleet was started.
    private void StopAgents(InstallPlan plan)
    {
        var command = (layout.CommandFolder / "mosaic-fleet").Value;
        if ((plan.LeavesSystemd || !plan.StoppedAgents.IsEmpty) && File.Exists(command))
        {
            Require([command, "stop", .. plan.LeavesSystemd ? [] : plan.StoppedAgents]);
        }

        if (plan.LeavesSystemd && manager.IsRunning)
        {
            Require(manager.Systemctl("disable", UnitNames.FleetTarget));
        }
    }

    private void Finish(PlannedFile file)
    {
        switch (file.Decision)
        {
            case FileDecision.ModeChanged:
                _writer.SetMode(file.Path, file.Artifact!.Mode);
                break;
            case FileDecision.Removed:
                _writer.Delete(file.Path);
                break;
        }
    }

    private void TellManager(InstallPlan plan)
    {
        if (!manager.IsRunning)
        {
            return;
        }

        if (plan.ReloadsUnits)
        {
            Require(manager.Systemctl("daemon-reload"));
            _writer.Delete(layout.ReloadPending);
        }

        if (plan.EnablesFleet)
        {
            Require(manager.Systemctl("enable", UnitNames.FleetTarget));
        }
    }

    private void Require(IReadOnlyList<string> command)
    {
        var result = effects.Run(command);
        if (!result.Succeeded)
        {
            throw InstallationErrors.ProgramFailed(string.Join(' ', command), $"{result.ErrorOutput}{result.Output}".Trim());
        }
    }
}
