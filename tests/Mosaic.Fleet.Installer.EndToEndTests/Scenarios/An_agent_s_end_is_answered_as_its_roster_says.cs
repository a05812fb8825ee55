using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class An_agent_s_end_is_answered_as_its_roster_says
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src, restart_delay: 100ms }
        agents:
          - name: always0
          - { name: failure0, restart: on-failure }
          - { name: failure1, restart: on-failure }
          - { name: never0, restart: no }
          - { name: ghost0, command: no-such-program, enabled: false }
          - { name: lost0, working_directory: ~/nowhere, enabled: false }
          - { name: crash0, command: "echo last words; exit 3", enabled: false }
        """;

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void By_another_start_or_by_none(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        ShouldComeBack(host, fleet, "always0", "exit 0");
        ShouldComeBack(host, fleet, "failure1", "exit 3");
        ShouldStay(fleet, "failure0", "exit 0", "stopped");
        // A window that somebody opened there is no agent.
        fleet.Tmux("new-window", "-d", "-t", "=never0:", "sleep 4343").ShouldExit(0);
        ShouldStay(fleet, "never0", "exit 0", "stopped");
        host.WaitUntil("its session has gone, too", () => fleet.Tmux("list-sessions", "-F", "#{session_name}").Output == "_holder\nalways0\nfailure1\n");

        fleet.Mosaic("fleet", "start", "never0").ShouldExit(0);
        host.Shell($"kill -KILL {fleet.Launcher("never0")}").ShouldExit(0);
        fleet.WaitFor("never0", "failed");
        fleet.Status("never0").Reason.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void By_a_reason_where_another_start_would_not_help(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start", "always0").ShouldExit(0);

        fleet.Mosaic("fleet", "start", "ghost0").ShouldExit(1);
        fleet.Status("ghost0").ShouldSatisfyAllConditions(
            agent => agent.State.ShouldBe("failed"),
            agent => agent.Reason!.ShouldContain("no-such-program"));
        if (host.HasUserManager)
        {
            host.Shell("systemctl --user show --property NRestarts --value mosaic-agent@ghost0.service").Output.ShouldBe("0\n");
        }

        fleet.Mosaic("fleet", "start", "lost0").ShouldExit(1);
        fleet.Status("lost0").ShouldSatisfyAllConditions(
            agent => agent.State.ShouldBe("failed"),
            agent => agent.Reason!.ShouldContain("~/nowhere"));

        host.Run("mkdir", "nowhere").ShouldExit(0);
        fleet.Mosaic("fleet", "start", "lost0").ShouldExit(0);
        fleet.Status("lost0").State.ShouldBe("running");
    }

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void By_giving_up_when_it_ends_at_once_again_and_again(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);

        // Whether a start of such an agent is seen to succeed is chance.
        fleet.Mosaic("fleet", "start", "crash0");

        host.WaitUntil("it is given up", () => fleet.Status("crash0").State == "failed");
        fleet.Status("crash0").Reason.ShouldNotBeNull().ShouldMatch("^gave up after 5 quick ends; the last exited with status 3 after \\d+ s: last words$");
        fleet.Mosaic("fleet", "logs", "crash0").ShouldExit(0).Output.ShouldBe("last words\n");
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void And_a_changed_roster_holds_from_the_agent_s_restart_on(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        host.Write(".config/mosaic/fleet/roster.yaml", Roster
            .Replace("name: always0", "{ name: always0, restart: no }", StringComparison.Ordinal)
            .Replace("name: ghost0, command: no-such-program", "name: new0", StringComparison.Ordinal));
        host.Install("--restart-changed").ShouldExit(0);
        ShouldStay(fleet, "always0", "exit 0", "stopped");

        fleet.Mosaic("fleet", "start", "new0").ShouldExit(0);
        ShouldComeBack(host, fleet, "new0", "exit 0");
    }

    private static void ShouldComeBack(Host host, InstalledFleet fleet, string agent, string command)
    {
        int? before = fleet.Status(agent).Pid;
        fleet.Tmux("send-keys", "-t", $"={agent}:", command, "Enter").ShouldExit(0);
        host.WaitUntil($"{agent} runs again", () => fleet.Status(agent) is { State: "running", Pid: int pid } && pid != before);
    }

    private static void ShouldStay(InstalledFleet fleet, string agent, string command, string state)
    {
        fleet.Tmux("send-keys", "-t", $"={agent}:", command, "Enter").ShouldExit(0);
        fleet.WaitFor(agent, state);
    }
}
