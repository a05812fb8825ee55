using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>What a run tells the fleet and its user manager; all of it may be told again.</summary>
/// <param name="effects">The host.</param>
/// <param name="layout">Where the fleet's commands are.</param>
/// <param name="manager">The user manager, which may not run; then it is told nothing.</param>
internal sealed class FleetControl(IEffects effects, FleetLayout layout, UserSystemd manager)
{
    /// <summary>Whether a user manager runs.</summary>
    public bool HasManager => manager.IsRunning;

    /// <summary>Stops agents, with the commands of the last installation: they know how this fleet was started.</summary>
    /// <param name="agents">Their names; none for the whole fleet.</param>
    /// <exception cref="InstallationException">One does not stop.</exception>
    public void Stop(params IEnumerable<string> agents)
    {
        var command = (layout.CommandFolder / "mosaic-fleet").Value;
        if (File.Exists(command))
        {
            Require([command, "stop", .. agents]);
        }
    }

    /// <summary>Makes the fleet start at boot.</summary>
    /// <exception cref="InstallationException">systemd refuses.</exception>
    public void Enable() => Tell("enable", UnitNames.FleetTarget);

    /// <summary>Makes the fleet start at boot no longer.</summary>
    /// <exception cref="InstallationException">systemd refuses.</exception>
    public void Disable() => Tell("disable", UnitNames.FleetTarget);

    /// <summary>Lets systemd read its units again.</summary>
    /// <exception cref="InstallationException">systemd refuses.</exception>
    public void Reload() => Tell("daemon-reload");

    private void Tell(params IEnumerable<string> words)
    {
        if (manager.IsRunning)
        {
            Require(manager.Systemctl(words));
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
