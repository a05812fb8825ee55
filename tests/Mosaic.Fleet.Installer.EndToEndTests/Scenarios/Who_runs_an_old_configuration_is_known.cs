using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class Who_runs_an_old_configuration_is_known
{
    private const string RosterPlace = ".config/mosaic/fleet/roster.yaml";

    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: coder0
          - name: coder1
          - name: server
        """;

    // What changes, and who runs with what was there before.
    private static readonly (string Change, string Old)[] Changes =
    [
        ("echo A=b >fleet/agents/coder1.local.env", "coder1"),
        ("echo >>fleet/agents/coder0.env", "coder0"),
        ("rm fleet/agents/server.env", "server"),
        ("sed 's/a/b/' fleet/agents/coder0.env >new; touch -d yesterday new; mv new fleet/agents/coder0.env", "coder0"),
        ("mkdir -p ~/.config/systemd/user/mosaic-agent@coder1.service.d && echo '[Service]' >$_/mine.conf", "coder1"),
        ("echo >>~/.config/systemd/user/mosaic-agent@.service", "coder0 coder1 server"),
        ("echo >>tools/fleet/start-agent-session.sh", "coder0 coder1 server"),
        ("echo >>fleet/host.env", "coder0 coder1 server and the tmux server"),
        ("echo >>fleet/tmux.conf", " and the tmux server"),
        ("echo >>~/.config/systemd/user/mosaic-tmux-holder.service", " and the tmux server"),
        ("touch fleet/*.* fleet/agents/* tools/fleet/* ~/.config/systemd/user/*; echo >fleet/agents/coder2.env", ""),
    ];

    [Theory]
    [InlineData(HostKind.RootWithUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void From_the_run_that_changed_it_to_the_restart(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        Old(fleet).ShouldBeEmpty();

        host.Write(RosterPlace, $"# A comment.\n{Roster}");
        host.Install().ShouldExit(0).Output.ShouldNotContain("restart");
        Old(fleet).ShouldBeEmpty();

        var before = Pids(fleet);
        host.Write(RosterPlace, Roster.Replace("name: coder1", "{ name: coder1, env: { GREETING: hello } }", StringComparison.Ordinal));
        host.Install().ShouldExit(0).Output.ShouldContain("\nTo renew: mosaic fleet restart coder1\n");
        Old(fleet).ShouldBe("coder1");
        fleet.Mosaic("fleet", "status").Output.ShouldNotContain("tmux server");
        Pids(fleet).ShouldBe(before);

        host.Install().ShouldExit(0).Output.ShouldNotContain("restart", Case.Sensitive, "a run with nothing to do asks nothing");
        host.Install("--restart-changed").ShouldExit(0).Output.ShouldContain("1 of 1 agents running");
        Old(fleet).ShouldBeEmpty();
        fleet.Status().Select(agent => agent.State).ShouldAllBe(state => state == "running");
        Pids(fleet).Except(before).Count().ShouldBe(1);
    }

    [Fact]
    public void Whatever_changes_the_files_of_a_run()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        host.Run("cp", "-a", ".config", "kept").ShouldExit(0);

        foreach (var (change, old) in Changes)
        {
            Old(fleet).ShouldBeEmpty($"before {change}");

            host.Shell($"cd ~/.config/mosaic && {change}").ShouldExit(0);

            Old(fleet).ShouldBe(old, change);
            fleet.Mosaic("fleet", "status").Output.Contains("The tmux server runs with an older configuration", StringComparison.Ordinal)
                .ShouldBe(old.EndsWith("tmux server", StringComparison.Ordinal), change);
            host.Shell("rm -r .config && cp -a kept .config").ShouldExit(0);
        }
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void And_a_restart_that_fails_is_told_by_the_exit_code(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        host.Write(RosterPlace, Roster.Replace("name: coder1", "{ name: coder1, command: not-there }", StringComparison.Ordinal));
        var run = host.Install("--restart-changed", "--json").ShouldExit(1);

        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("restart").EnumerateArray().Select(name => name.GetString()).ShouldBe(["coder1"]);
        report.RootElement.GetProperty("restart_server").GetBoolean().ShouldBeFalse();
        run.Error.ShouldContain("its program not-there is not on its PATH");
        fleet.Status().Select(agent => agent.State).ShouldBe(["running", "failed", "running"]);
    }

    [Fact]
    public void And_when_it_is_not_known_the_run_says_so()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        var server = fleet.ServerPid;

        host.Write(RosterPlace, Roster.Replace("name: coder1", "{ name: coder1, env: { GREETING: hello } }", StringComparison.Ordinal));
        host.Shell($"kill -STOP {server}").ShouldExit(0);
        var run = host.Install().ShouldExit(0);
        host.Shell($"kill -CONT {server}").ShouldExit(0);

        run.Error.ShouldContain("MFI150");
        host.Read(".config/mosaic/fleet/agents/coder1.env").ShouldContain("GREETING");
    }

    // The names of the agents, and whether the server is one too.
    private static string Old(InstalledFleet fleet)
    {
        using var status = JsonDocument.Parse(fleet.Mosaic("fleet", "status", "--json").Output);
        var agents = string.Join(' ', status.RootElement.GetProperty("agents").EnumerateArray().Where(IsOld).Select(agent => agent.GetProperty("name").GetString()));
        return IsOld(status.RootElement) ? $"{agents} and the tmux server" : agents;
    }

    private static bool IsOld(JsonElement part) => part.GetProperty("configuration").GetString() == "old";

    private static List<int?> Pids(InstalledFleet fleet) => [.. fleet.Status().Select(agent => agent.Pid)];
}
