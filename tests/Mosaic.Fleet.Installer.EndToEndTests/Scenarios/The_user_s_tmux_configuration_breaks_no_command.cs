using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class The_user_s_tmux_configuration_breaks_no_command
{
    /// <summary>Settings that have broken tools of this kind.</summary>
    internal const string Configuration = """
        set -g base-index 1
        setw -g pane-base-index 1
        setw -g remain-on-exit on
        set -g destroy-unattached on
        set -g default-command "sleep 1000"
        set -g renumber-windows on
        set -g prefix C-a
        """;

    private const string Roster = """
        version: 1
        tmux: { source_user_config: true }
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: canary
          - name: coder0
        """;

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void Though_the_fleet_s_server_loads_it(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Write(".tmux.conf", Configuration);
        var fleet = InstalledFleet.Install(host, Roster);

        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.Tmux("show-options", "-gv", "base-index").Output.ShouldBe("1\n");
        fleet.Mosaic("fleet", "status").ShouldExit(0);
        fleet.Mosaic("agent", "send", "canary", "-m", "Are you there?").ShouldExit(0).Output.ShouldBe("submitted\n");
        host.WaitUntil("tail shows the message", () => fleet.Tail("canary").Contains("Are you there?", StringComparison.Ordinal));
        fleet.Mosaic("fleet", "restart", "canary").ShouldExit(0);
        fleet.Mosaic("fleet", "status").ShouldExit(0);
        fleet.Mosaic("fleet", "stop", "canary").ShouldExit(0);
        fleet.Status("canary").State.ShouldBe("stopped");
        fleet.Status("coder0").State.ShouldBe("running");
        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        fleet.ServerPid.ShouldBe(0);
    }
}
