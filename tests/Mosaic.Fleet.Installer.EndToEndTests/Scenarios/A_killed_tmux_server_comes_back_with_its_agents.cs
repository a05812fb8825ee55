using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_killed_tmux_server_comes_back_with_its_agents
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: always0
          - { name: failure0, restart: on-failure }
          - { name: never0, restart: no }
        """;

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    public void But_for_those_that_restart_no(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        AgentStatus[] before = [.. fleet.Status()];

        KillServer(host, fleet);

        ShouldBeBack(host, fleet);
        foreach (var agent in before)
        {
            host.Run("test", "-e", $"/proc/{agent.Pid}").ShouldExit(1);
        }
    }

    [Fact]
    public void Even_when_the_unit_of_such_an_agent_is_slow_to_notice()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        host.Shell("kill -STOP $(systemctl --user show --property MainPID --value mosaic-agent@never0.service)").ShouldExit(0);

        KillServer(host, fleet);

        ShouldBeBack(host, fleet);
    }

    private static void KillServer(Host host, InstalledFleet fleet)
    {
        var server = fleet.ServerPid;
        host.Run("kill", "-9", server.ToString(CultureInfo.InvariantCulture)).ShouldExit(0);
        host.WaitUntil("another server runs", () => fleet.ServerPid is not 0 and int pid && pid != server);
    }

    private static void ShouldBeBack(Host host, InstalledFleet fleet)
    {
        fleet.WaitFor("always0", "running");
        fleet.WaitFor("failure0", "running");
        host.WaitUntil("systemd has nothing more to do", () => host.Shell("systemctl --user --no-legend list-jobs").Output.Length == 0);
        fleet.Status("never0").State.ShouldBe("stopped");
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("_holder\nalways0\nfailure0\n");
    }
}
