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
    public void Another_s_server_on_it_is_named_and_left_alone(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        host.Run("tmux", "-L", "mosaic-factory", "new-session", "-d", "-s", "mine", "sleep 1000").ShouldExit(0);
        var server = fleet.ServerPid;

        fleet.Mosaic("fleet", "start").ShouldExit(78).Error.ShouldContain("tmux -L mosaic-factory kill-server");

        fleet.ServerPid.ShouldBe(server);
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("mine\n");
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void And_is_restored_when_somebody_deletes_it(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        var server = fleet.ServerPid;
        host.Shell("rm /tmp/tmux-*/mosaic-factory").ShouldExit(0);

        fleet.Mosaic("fleet", "start", "spare").ShouldExit(0);

        fleet.ServerPid.ShouldBe(server);
        fleet.Status().Select(agent => agent.State).ShouldBe(["running", "running"]);
    }
}
