using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class The_launcher_knows_its_caller
{
    private const string Launcher = ".config/mosaic/tools/fleet/start-agent-session.sh";

    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: coder0
          - { name: coder1, enabled: false }
          - { name: coder2, enabled: false }
        """;

    [Fact]
    public void One_without_a_name_is_told_the_usage()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        InstalledFleet.Install(host, Roster);

        host.Run(Launcher).ShouldExit(64);
        host.Run(Launcher, "../x").ShouldExit(64);
    }

    [Fact]
    public void One_without_tmux_is_told_what_to_install()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        InstalledFleet.Install(host, Roster);
        host.Shell($"cp {Launcher} ~ && rm -r ~/.config && mkdir bin && ln -s /usr/bin/* bin && rm bin/tmux").ShouldExit(0);

        host.Shell("PATH=~/bin ./start-agent-session.sh coder0").ShouldExit(69).Error.ShouldContain("install tmux");
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void One_in_a_fleet_that_does_not_run_gets_no_server_of_his_own(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);

        host.Run(Launcher, "coder0").ShouldExit(1).Error.ShouldContain("mosaic fleet start");
        fleet.ServerPid.ShouldBe(0);
    }

    [Fact]
    public void One_who_is_an_agent_does_not_hand_on_what_it_runs_with()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        host.Shell($"MOSAIC_AGENT_COMMAND='sleep 1001' {Launcher} coder1").ShouldExit(0);
        host.Shell($"MOSAIC_AGENT_NAME=coder0 MOSAIC_AGENT_COMMAND='sleep 1002' {Launcher} coder2").ShouldExit(0);

        fleet.ReadOfProgram("coder1", "cmdline").ShouldContain("sleep\01001\0");
        fleet.ReadOfProgram("coder2", "cmdline").ShouldBe("bash\0-i\0");
    }
}
