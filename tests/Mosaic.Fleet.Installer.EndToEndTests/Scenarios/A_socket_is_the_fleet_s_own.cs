using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_socket_is_the_fleet_s_own
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: canary
          - { name: spare, enabled: false }
        """;

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void So_that_another_s_server_on_it_is_named_and_left_alone_and_its_own_is_known(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        host.Run("tmux", "-L", "mosaic-factory", "new-session", "-d", "-s", "mine", "sleep 1000").ShouldExit(0);
        var server = fleet.ServerPid;

        fleet.Mosaic("fleet", "start").ShouldExit(78).Error.ShouldContain("tmux -L mosaic-factory kill-server");

        fleet.ServerPid.ShouldBe(server);
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("mine\n");
        fleet.Tmux("kill-server").ShouldExit(0);
        if (host.HasUserManager)
        {
            StartWhileTheHolderIsOnItsWayUp(host, fleet);
        }

        fleet.Mosaic("fleet", "start").ShouldExit(0);

        // Its socket is restored when somebody deletes it.
        server = fleet.ServerPid;
        host.Shell("rm /tmp/tmux-*/mosaic-factory").ShouldExit(0);
        fleet.Mosaic("fleet", "start", "spare").ShouldExit(0);
        fleet.ServerPid.ShouldBe(server);
        fleet.Status().Select(agent => agent.State).ShouldBe(["running", "running"]);
        if (!host.HasUserManager)
        {
            StartWhileTheSupervisorReturns(host, fleet);
        }
    }

    // Its server answers before anything else of it is there.
    private static void StartWhileTheHolderIsOnItsWayUp(Host host, InstalledFleet fleet)
    {
        host.Write(
            ".config/systemd/user/mosaic-tmux-holder.service.d/slow.conf",
            """
            [Service]
            ExecStartPost=
            ExecStartPost=/bin/sh -c 'until [ -e go ]; do sleep 0.05; done'
            ExecStartPost=/usr/bin/env bash .config/mosaic/tools/fleet/create-holder-session.sh _holder
            """);
        host.Shell("systemctl --user daemon-reload && systemctl --user start --no-block mosaic-tmux-holder.service").ShouldExit(0);
        host.WaitUntil("the holder's server answers", () => fleet.ServerPid != 0);

        fleet.Mosaic("fleet", "start", "--timeout", "1").ShouldExit(75);

        host.Write("go", string.Empty);
    }

    // The supervisor that has lost its server starts another, with the agents that ran, and nobody comes before it.
    private static void StartWhileTheSupervisorReturns(Host host, InstalledFleet fleet)
    {
        var supervisor = fleet.Tmux("display-message", "-p", "-t", "=_holder:", "#{pane_pid}").Output.Trim();
        host.Shell("sed -i '2i while [[ -e ~/hold ]]; do sleep 0.05; done' .config/mosaic/tools/fleet/supervise.sh; >hold").ShouldExit(0);
        host.Shell($"kill -STOP {supervisor}; kill -KILL {fleet.ServerPid}").ShouldExit(0);
        foreach (var verb in new[] { "start", "stop" })
        {
            fleet.Mosaic("fleet", verb, "--timeout", "1", "spare").ShouldExit(75).Error.ShouldContain("mosaic fleet status");
        }

        host.Run("kill", "-CONT", supervisor).ShouldExit(0);
        host.WaitUntil("the next server answers", () => fleet.ServerPid != 0);
        fleet.Mosaic("fleet", "start", "--timeout", "1", "spare").ShouldExit(75).Error.ShouldContain("mosaic fleet status");

        host.Run("rm", "hold").ShouldExit(0);
        fleet.Mosaic("fleet", "start", "spare").ShouldExit(0);
        fleet.WaitFor("canary", "running");
        fleet.Status().Select(agent => agent.Restarts).ShouldBe([1, 1]);
    }
}
