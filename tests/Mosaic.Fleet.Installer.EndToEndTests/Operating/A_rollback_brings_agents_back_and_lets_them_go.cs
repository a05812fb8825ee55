using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Operating;

public sealed class A_rollback_brings_agents_back_and_lets_them_go
{
    private const string Both = """
        version: 1
        agents:
          - { name: one, runtime: shell, working_directory: / }
          - { name: two, runtime: shell, working_directory: / }

        """;

    private const string OneAlone = """
        version: 1
        agents:
          - { name: one, runtime: shell, working_directory: / }

        """;

    [Theory]
    [InlineData(HostKind.RootWithUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void Those_who_run_go_on_running(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, OneAlone);
        InstalledFleet.Install(host, Both);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        var running = fleet.Status("one").Pid;

        host.Install("rollback").ShouldExit(0).Error.ShouldContain("MFI139");
        fleet.Status().Select(agent => agent.Name).ShouldBe(["one"]);
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("_holder\none\n");

        host.Install("rollback").ShouldExit(0);
        fleet.Status("two").State.ShouldBe("stopped");
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.Status("two").State.ShouldBe("running");
        fleet.Status("one").Pid.ShouldBe(running);
    }

    [Fact]
    public void Whether_the_fleet_starts_at_boot_is_part_of_a_generation()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        InstalledFleet.Install(host, OneAlone);
        host.Install("--no-systemd").ShouldExit(0);
        IsEnabled(host).ShouldBeFalse();

        host.Install("rollback", "1").ShouldExit(0);
        IsEnabled(host).ShouldBeTrue();

        host.Install("rollback", "2").ShouldExit(0);
        IsEnabled(host).ShouldBeFalse();
        File.Exists(host.Outside(".config/systemd/user/mosaic-fleet.target")).ShouldBeFalse();
    }

    [Fact]
    public void And_a_fleet_that_did_not_start_at_boot_then_does_so_no_longer()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Write(".config/mosaic/fleet/roster.yaml", OneAlone);
        // As over ssh where no session of the user's was opened.
        host.Shell("XDG_RUNTIME_DIR=/nowhere DOTNET_ROOT=/run/dotnet /run/tool/mosaic-fleet-install").ShouldExit(0);
        IsEnabled(host).ShouldBeFalse();
        InstalledFleet.Install(host, Both);
        IsEnabled(host).ShouldBeTrue();

        host.Install("rollback", "1").ShouldExit(0);

        IsEnabled(host).ShouldBeFalse();
        File.Exists(host.Outside(".config/systemd/user/mosaic-fleet.target")).ShouldBeTrue();
    }

    private static bool IsEnabled(Host host) => host.Run("systemctl", "--user", "is-enabled", "mosaic-fleet.target").Output == "enabled\n";
}
