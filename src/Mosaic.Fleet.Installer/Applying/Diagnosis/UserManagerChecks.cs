using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at the user's systemd manager, its bus, and whether it starts the fleet at boot.</summary>
internal static class UserManagerChecks
{
    private const string Manager = "user manager";
    private const string Bus = "user bus";
    private const string Boot = "start at boot";

    /// <summary>The three checks; none applies to a fleet that runs on tmux alone.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host)
    {
        if (!host.HasSystemd || !host.Record.WithUnits)
        {
            const string Seen = "the fleet runs on tmux alone";
            return [Finding.NotApplicable(Manager, Seen), Finding.NotApplicable(Bus, Seen), Finding.NotApplicable(Boot, Seen)];
        }

        return host.Manager.IsRunning
            ? [ExamineManager(host), ExamineBus(host), ExamineBoot(host)]
            :
            [
                Finding.Warning(
                    Manager, $"none runs for {host.UserName}: there is no {host.Manager.Socket}",
                    "without one the fleet runs on tmux alone: no limits, no start at boot", $"sudo systemctl start user@{host.UserId}.service"),
                Finding.NotApplicable(Bus, "no user manager runs"),
                ExamineBoot(host),
            ];
    }

    private static Finding ExamineManager(ExaminedHost host)
    {
        // `degraded` is an answer too, and exits with 1.
        var result = Probe.Run([.. host.Manager.Systemctl("is-system-running")]);
        return result.Output.Trim() switch
        {
            "running" or "starting" or "initializing" => Finding.Ok(Manager, result.Output.Trim()),
            "degraded" => Finding.Ok(Manager, "running; some unit has failed: systemctl --user --failed"),
            "maintenance" or "stopping" => Finding.Error(Manager, result.Output.Trim(), "it starts no units", $"sudo systemctl restart user@{host.UserId}.service"),
            _ => Finding.Unknown(Manager, $"systemctl did not say: {Probe.Complaint(result)}"),
        };
    }

    private static Finding ExamineBus(ExaminedHost host)
    {
        var socket = host.Manager.RuntimeFolder / "bus";
        return File.Exists(socket.Value)
            ? Finding.Ok(Bus, socket.Value)
            : Finding.Error(
                Bus, $"there is no {socket}", "over it an agent is put into its own unit, so that limits bind and stopping leaves no orphan",
                "sudo apt-get install dbus-user-session && systemctl --user start dbus.socket");
    }

    private static Finding ExamineBoot(ExaminedHost host) =>
        !host.IsInstalled ? Finding.NotApplicable(Boot, "nothing is installed yet")
        : new FileInfo(host.Layout.EnablementLink.Value).LinkTarget is not null ? Finding.Ok(Boot, $"{UnitNames.FleetTarget} is enabled")
        : Finding.Warning(Boot, $"{UnitNames.FleetTarget} is not enabled", "no agent comes back after a reboot", $"systemctl --user enable {UnitNames.FleetTarget}");
}
