using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

public sealed class A_fleet_that_leaves_systemd_does_so_whole_or_not_at_all
{
    private const string Units = "find .config/systemd/user -printf '%y %m %l %p\\n' | sort; find .config/systemd/user -type f -exec sha256sum {} + | sort -k 2";
    private const string IsEnabled = "systemctl --user is-enabled mosaic-fleet.target";

    [Fact]
    public void After_a_full_disk_it_is_there_as_before_and_after_a_kill_it_is_gone()
    {
        Prerequisite.Program("strace");
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            agents:
              - { name: one, runtime: shell, working_directory: /, limits: { tasks: 100 } }
              - { name: two, runtime: shell, working_directory: / }
            """);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        var before = host.Shell(Units).ShouldExit(0).Output;

        Leave(host, "renameat2:error=ENOSPC:when=4").ShouldExit(74).Error.ShouldContain("make room");

        host.Shell(Units).Output.ShouldBe(before);
        host.Shell(IsEnabled).ShouldExit(0);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.WaitFor("one", "running");

        Leave(host, "renameat2:signal=KILL:when=4").ExitCode.ShouldBe(137);
        host.Install().ShouldExit(0).Error.ShouldContain("MFI122");

        host.Shell("find .config/systemd/user -name '*mosaic*'").Output.ShouldBeEmpty();
        host.Shell(IsEnabled).ExitCode.ShouldNotBe(0);
        host.Shell("systemctl --user list-units --all --plain --no-legend 'mosaic-*'; ps -eo comm= | grep -x 'tmux: server'").Output.ShouldBeEmpty();
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.WaitFor("one", "running");
    }

    private static CommandResult Leave(Host host, string inject) => host.Run(
        "env", "DOTNET_ROOT=/run/dotnet", "strace", "-f", "-qq", "-o", "/tmp/strace",
        "-e", "trace=renameat2", "-e", "signal=none", "-e", $"inject={inject}", "/run/tool/mosaic-fleet-install", "--no-systemd");
}
