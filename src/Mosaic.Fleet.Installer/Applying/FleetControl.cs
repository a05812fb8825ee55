using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>What a run tells the fleet and its user manager; all of it may be told again.</summary>
/// <param name="effects">The host.</param>
/// <param name="layout">Where the fleet's commands are.</param>
/// <param name="manager">The user manager, which may not run; then it is told nothing.</param>
internal sealed class FleetControl(IEffects effects, FleetLayout layout, UserSystemd manager)
{
    // A supervisor that loses its server makes another, so it is told first. tail ends when the process has.
    private const string EndServer = """
        if ! { [[ -p $2 ]] && timeout 5 bash -c 'printf "quit\n" >"$1"' bash "$2"; }; then
          kill "$1"
        fi
        timeout 60 tail --pid="$1" -f /dev/null
        """;

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

    /// <summary>Stops agents by their units alone, which needs none of their files; without a user manager there are none.</summary>
    /// <param name="agents">Their names.</param>
    /// <exception cref="InstallationException">One does not stop.</exception>
    public void StopUnits(IReadOnlyCollection<string> agents)
    {
        if (agents.Count > 0)
        {
            Tell(["stop", .. agents.Select(agent => $"mosaic-agent@{agent}.service")]);
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

    /// <summary>Ends the whole fleet whatever state its commands are in: by them, by its units, or by its server's process.</summary>
    /// <exception cref="InstallationException">The server still runs.</exception>
    public void End()
    {
        var command = (layout.CommandFolder / "mosaic-fleet").Value;
        if (File.Exists(command) && effects.Run([command, "stop"]).Succeeded)
        {
            return;
        }

        if (manager.IsRunning)
        {
            effects.Run(manager.Systemctl("stop", UnitNames.FleetTarget, UnitNames.Courier, UnitNames.EveryAgent, UnitNames.Holder));
        }

        if (FindServer() is { } server)
        {
            Require(["bash", "-c", EndServer, "bash", server, (layout.ServerPid.Parent / "orders").Value]);
        }
    }

    // The server's number may be another process's by now.
    private string? FindServer()
    {
        try
        {
            var server = File.Exists(layout.ServerPid.Value) ? File.ReadAllText(layout.ServerPid.Value).Trim() : string.Empty;
            return server.Length > 0 && server.All(char.IsAsciiDigit) && File.ReadAllText($"/proc/{server}/comm").StartsWith("tmux: server", StringComparison.Ordinal) ? server : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

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
