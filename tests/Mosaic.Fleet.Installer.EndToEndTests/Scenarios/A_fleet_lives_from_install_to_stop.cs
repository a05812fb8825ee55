using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_fleet_lives_from_install_to_stop
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: canary
          - name: coder0
          - name: coder1
          - { name: spare, enabled: false }
        """;

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void And_leaves_nothing_behind(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Shell("tmux new-session -d -s mine 'sleep 1000'").ShouldExit(0);
        var fleet = InstalledFleet.Install(host, Roster);
        // One that is just ending does not count.
        var before = string.Empty;
        host.WaitUntil("the processes are the same twice", () => before == (before = Processes(host)));

        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.Mosaic("fleet", "status").ShouldExit(0);
        fleet.Status().Select(agent => $"{agent.Name} {agent.State}")
            .ShouldBe(["canary running", "coder0 running", "coder1 running", "spare stopped"]);

        fleet.Mosaic("agent", "send", "canary", "-m", "Are you there?").ShouldExit(0).Output.ShouldBe("submitted\n");
        host.WaitUntil("tail shows the message", () => fleet.Tail("canary").Contains("Are you there?", StringComparison.Ordinal));

        var server = fleet.ServerPid;
        int? restarted = fleet.Status("coder0").Pid;
        int? sibling = fleet.Status("coder1").Pid;
        fleet.Mosaic("fleet", "restart", "coder0").ShouldExit(0);
        fleet.Status("coder0").State.ShouldBe("running");
        fleet.Status("coder0").Pid.ShouldNotBe(restarted);
        fleet.Status("coder1").Pid.ShouldBe(sibling);
        fleet.ServerPid.ShouldBe(server);

        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        fleet.Mosaic("fleet", "status").ShouldExit(3);
        fleet.Status().Select(agent => agent.State).Distinct().ShouldBe(["stopped"]);
        host.WaitUntil("the fleet's processes are gone", () => Processes(host) == before);
        fleet.ServerPid.ShouldBe(0);
        host.Run("tmux", "list-sessions", "-F", "#{session_name}").ShouldExit(0).Output.ShouldBe("mine\n");
    }

    // The user manager starts its bus when somebody first asks for it.
    private static string Processes(Host host) => host.Shell("ps -e --no-headers -o args | grep -v -e 'ps -e' -e dbus-daemon | sort").Output;
}
