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
        using Host host = Host.Start(kind);
        InstalledFleet fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        int server = fleet.ServerPid;
        AgentStatus[] before = [.. fleet.Status()];

        host.Run("kill", "-9", server.ToString(CultureInfo.InvariantCulture)).ShouldExit(0);

        host.WaitUntil("another server runs", () => fleet.ServerPid is not 0 and int pid && pid != server);
        fleet.WaitFor("always0", "running");
        fleet.WaitFor("failure0", "running");
        fleet.Status("never0").State.ShouldBe("stopped");
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("_holder\nalways0\nfailure0\n");
        foreach (AgentStatus agent in before)
        {
            host.Run("test", "-e", $"/proc/{agent.Pid}").ShouldExit(1);
        }
    }
}
