using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class What_an_agent_shows_is_seen_from_outside : IDisposable
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src, restart: "no" }
        agents:
          - { name: canary, class: orchestrator, command: "bash --norc -i" }
          - { name: canary1, model_hint: 'a | "b" _c_', enabled: false }
        """;

    private readonly Host _host = Host.Start(HostKind.UserWithoutUserManager);

    public void Dispose() => _host.Dispose();

    [Fact]
    public void As_it_shows_it_until_it_ends()
    {
        var fleet = InstalledFleet.Install(_host, Roster);
        fleet.Mosaic("agent", "tail", "canary", "-f").ShouldExit(1).Error.ShouldContain("mosaic fleet start canary");
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        _host.Shell("touch seen; (mosaic agent tail canary -f >seen 2>&1; echo $? >>seen) </dev/null >/dev/null 2>&1 &").ShouldExit(0);
        fleet.Tmux("send-keys", "-t", "=canary:", "echo 1000", "Enter").ShouldExit(0);
        _host.WaitUntil("somebody follows", () => _host.Read("seen").Contains("\n1000\n", StringComparison.Ordinal));

        fleet.Tmux("send-keys", "-t", "=canary:", "seq 1001 1200", "Enter").ShouldExit(0);
        _host.WaitUntil("all is seen", () => _host.Read("seen").Contains("\n1200\n", StringComparison.Ordinal));
        fleet.Tmux("send-keys", "-t", "=canary:", "exit", "Enter").ShouldExit(0);
        _host.WaitUntil("following ends", () => _host.Read("seen").EndsWith("\n1\n", StringComparison.Ordinal));

        var lines = _host.Read("seen").Split('\n');
        lines.Where(line => line.StartsWith('1') && line.Length == 4).ShouldBe(Enumerable.Range(1000, 201).Select(number => $"{number}"));
        // Each prompt has stood there for a while with nothing typed behind it.
        lines.ShouldNotContain(line => line.TrimEnd().EndsWith('$'));
        lines.ShouldContain("tmux.sh: agent canary has ended");
    }

    [Fact]
    public void On_a_terminal_which_may_be_one_that_only_looks()
    {
        var fleet = InstalledFleet.Install(_host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        fleet.Mosaic("agent", "attach", "canary").ShouldExit(64).Error.ShouldContain("this needs a terminal");
        _host.Run("script", "-qec", "mosaic agent attach canary1", "/dev/null").ShouldExit(1).Output.ShouldContain("agent canary1 is not running");
        _host.Shell("setsid script -qec 'mosaic agent attach canary --read-only' /dev/null </dev/null >/dev/null 2>&1 &").ShouldExit(0);
        _host.WaitUntil("somebody looks", () => fleet.Tmux("list-clients", "-F", "#{session_name} #{client_readonly}").Output == "canary 1\n");
    }

    [Fact]
    public void As_programs_read_it()
    {
        var fleet = InstalledFleet.Install(_host, Roster);

        using var roster = JsonDocument.Parse(fleet.Mosaic("agent", "roster", "--json").ShouldExit(0).Output);
        var second = roster.RootElement.GetProperty("agents")[1];
        second.GetProperty("name").GetString().ShouldBe("canary1");
        second.GetProperty("model_hint").GetString().ShouldBe("a | \"b\" _c_");
        second.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        second.GetProperty("working_directory").GetString().ShouldBe("~/src");

        using var status = JsonDocument.Parse(fleet.Mosaic("agent", "status", "canary1", "--json").ShouldExit(0).Output);
        status.RootElement.GetProperty("agents").EnumerateArray().Select(agent => agent.GetProperty("name").GetString()).ShouldBe(["canary1"]);
        fleet.Mosaic("agent", "status", "canary").ShouldExit(3).Output.ShouldContain("stopped");
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        _host.Shell("mosaic agent send canary -m 'a \"b\" \\c'").ShouldExit(0);
        using var shown = JsonDocument.Parse(fleet.Mosaic("agent", "tail", "canary", "-n", "2", "--json").ShouldExit(0).Output);
        shown.RootElement.GetProperty("lines").EnumerateArray().Select(line => line.GetString()).ShouldContain(line => line!.EndsWith("] a \"b\" \\c", StringComparison.Ordinal));
        fleet.Mosaic("agent", "tail", "canary", "-f", "--json").ShouldExit(64);

        fleet.Mosaic("agent", "status", "canar").ShouldExit(64).Error.ShouldContain("no agent matches canar");
    }
}
