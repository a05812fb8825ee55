using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class An_agent_leaves_the_roster
{
    private const string RosterPlace = ".config/mosaic/fleet/roster.yaml";

    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: stays0
          - { name: leaves, restart: no, limits: { tasks: 100 }, command: setsid sleep 4242 & exec bash -i }
          - name: stays1

        """;

    private static string Without => Roster.Replace(
        "  - { name: leaves, restart: no, limits: { tasks: 100 }, command: setsid sleep 4242 & exec bash -i }\n", string.Empty, StringComparison.Ordinal);

    [Theory]
    [InlineData(HostKind.RootWithUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void And_nothing_of_it_stays(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = StartFleet(host);
        var before = fleet.Status();
        var server = fleet.ServerPid;
        host.WaitUntil("it has left a process behind", () => host.Run("pgrep", "-x", "-f", "sleep 4242").ExitCode == 0);

        host.Write(RosterPlace, Without);
        host.Install().ShouldExit(0);

        ShouldBeGone(host, fleet, "leaves");
        fleet.ServerPid.ShouldBe(server);
        fleet.Status().Select(agent => $"{agent.Name} {agent.State} {agent.Pid}")
            .ShouldBe(before.Where(agent => agent.Name != "leaves").Select(agent => $"{agent.Name} running {agent.Pid}"));
        host.Install().ShouldExit(0).Output.ShouldContain("Nothing to do");
    }

    [Fact]
    public void Under_its_old_name_when_it_gets_another()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = StartFleet(host);

        host.Write(RosterPlace, Roster.Replace("name: leaves", "name: arrives", StringComparison.Ordinal));
        host.Install().ShouldExit(0);

        ShouldBeGone(host, fleet, "leaves");
        fleet.Status("arrives").State.ShouldBe("stopped");
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.Status("arrives").State.ShouldBe("running");
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void But_not_what_the_user_wrote_into_its_file(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = StartFleet(host);
        host.Shell("echo '# mine' >>~/.config/mosaic/fleet/agents/leaves.env").ShouldExit(0);

        host.Write(RosterPlace, Without);
        host.Install().ShouldExit(0).Output.ShouldMatch("kept .*leaves.env");

        host.Read(".config/mosaic/fleet/agents/leaves.env").ShouldEndWith("# mine\n");
        host.Run("rm", ".config/mosaic/fleet/agents/leaves.env").ShouldExit(0);
        ShouldBeGone(host, fleet, "leaves");
    }

    [Fact]
    public void And_no_unit_of_it_counts_as_failed()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, Roster.Replace("setsid sleep 4242 & exec bash -i", "not-there", StringComparison.Ordinal));
        fleet.Mosaic("fleet", "start").ShouldExit(1);
        fleet.Status("leaves").State.ShouldBe("failed");

        host.Write(RosterPlace, Without);
        host.Install().ShouldExit(0);

        ShouldBeGone(host, fleet, "leaves");
    }

    [Fact]
    public void And_is_stopped_once_more_where_the_host_came_up_again_after_a_run_that_was_killed()
    {
        Prerequisite.Program("strace");
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = StartFleet(host);
        host.Write(RosterPlace, Without);
        host.Shell("""
            DOTNET_ROOT=/run/dotnet strace -f -qq -o /tmp/strace -e trace=renameat2 -e signal=none -e inject=renameat2:signal=KILL:when=2 \
              /run/tool/mosaic-fleet-install
            """).ShouldExit(137);
        fleet.Status("leaves").State.ShouldBe("stopped");
        host.Run("systemctl", "--user", "start", "mosaic-agent@leaves.service").ShouldExit(0);
        fleet.WaitFor("leaves", "running");

        host.Install().ShouldExit(0).Error.ShouldContain("MFI122");

        // What it noted of its run stays: the commands that would clear it away knew it no longer.
        host.Shell("rm .local/state/mosaic/fleet/run/leaves.{configuration,stamp,state}").ShouldExit(0);
        ShouldBeGone(host, fleet, "leaves");
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void Or_is_disabled_and_then_goes_on_until_someone_stops_it(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = StartFleet(host);
        int? running = fleet.Status("leaves").Pid;

        host.Write(RosterPlace, Roster.Replace("name: leaves,", "name: leaves, enabled: false,", StringComparison.Ordinal));
        host.Install().ShouldExit(0);

        fleet.Status("leaves").Pid.ShouldBe(running);
        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        fleet.Status().Select(agent => $"{agent.Name} {agent.State}").ShouldBe(["stays0 running", "leaves stopped", "stays1 running"]);
        if (host.HasUserManager)
        {
            host.Read(".config/systemd/user/mosaic-fleet.target").ShouldNotContain("leaves");
        }
    }

    [Fact]
    public void Or_differs_no_longer_from_the_others_and_then_its_drop_in_goes()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = StartFleet(host);
        int? running = fleet.Status("leaves").Pid;
        Property(host, "TasksMax").ShouldBe("100");

        host.Write(RosterPlace, Roster.Replace("restart: no, limits: { tasks: 100 }, ", string.Empty, StringComparison.Ordinal));
        host.Install().ShouldExit(0);

        host.Shell("ls -d ~/.config/systemd/user/mosaic-agent@*.d").Output.ShouldBeEmpty();
        Property(host, "Restart").ShouldBe("always");
        Property(host, "TasksMax").ShouldNotBe("100");
        fleet.Status("leaves").Pid.ShouldBe(running);
    }

    private static InstalledFleet StartFleet(Host host)
    {
        var fleet = InstalledFleet.Install(host, Roster);
        var start = fleet.Mosaic("fleet", "start").ShouldExit(0);
        start.Error.ShouldBe(host.HasUserManager ? string.Empty : "the limits of leaves do not apply: there is no systemd here\n");
        return fleet;
    }

    private static void ShouldBeGone(Host host, InstalledFleet fleet, string name)
    {
        host.Run("pgrep", "-f", "sleep 4242").ShouldExit(1);
        fleet.Status().ShouldAllBe(agent => agent.Name != name);
        fleet.Mosaic("agent", "roster").Output.ShouldNotContain(name);
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.Split('\n').ShouldNotContain(name);
        host.Shell($"find ~/.config ~/.local -name '*{name}*'").Output.ShouldBeEmpty();
        if (host.HasUserManager)
        {
            host.Shell($"systemctl --user list-units --all --no-legend '*{name}*'").ShouldExit(0).Output.ShouldBeEmpty();
        }
    }

    private static string Property(Host host, string name) =>
        host.Shell($"systemctl --user show --property {name} --value mosaic-agent@leaves.service").ShouldExit(0).Output.Trim();
}
