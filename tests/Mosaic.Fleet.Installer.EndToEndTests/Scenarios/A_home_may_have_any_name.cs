using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_home_may_have_any_name
{
    private const string Home = """/home/it's "100%h" of $HOME é;""";

    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: canary
        """;

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void The_user_s(HostKind kind)
    {
        using var host = Host.Start(kind, Home);
        var fleet = InstalledFleet.Install(host, Roster);

        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.Mosaic("agent", "send", "canary", "-m", "Are you there?").ShouldExit(0).Output.ShouldBe("submitted\n");
        fleet.Tmux("display-message", "-p", "-t", "=canary:", "#{pane_current_path}").Output.ShouldBe($"{Home}/src\n");
        fleet.Mosaic("fleet", "restart").ShouldExit(0);
        fleet.Mosaic("fleet", "status").ShouldExit(0);
        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        fleet.ServerPid.ShouldBe(0);
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void The_fleet_s(HostKind kind)
    {
        using var host = Host.Start(kind);
        string[] mosaic = ["env", $"MOSAIC_HOME={host.Home}{Home}"];
        host.Run([.. mosaic, "DOTNET_ROOT=/run/dotnet", "/run/tool/mosaic-fleet-install", "--profile", "minimal"]).ShouldExit(0);

        host.Run($"{host.Home}{Home}/bin/mosaic", "fleet", "start").ShouldExit(0);
        host.Run($"{host.Home}{Home}/bin/mosaic", "fleet", "status").ShouldExit(0);
        host.Run($"{host.Home}{Home}/bin/mosaic", "fleet", "stop").ShouldExit(0);
    }
}
