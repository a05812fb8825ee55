using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_command_tells_what_became_of_each_agent
{
    // The second agent cannot begin before three seconds are over. The third has much to complain of.
    private const string Roster = """
        version: 1
        tmux: { start_interval: 3s }
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - { name: coder0, class: implementer }
          - { name: coder1, class: implementer }
          - { name: broken, command: a-program-with-a-name-that-is-longer-than-most-terminals-are-wide-and-then-some, enabled: false }
        """;

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void To_people_and_to_programs(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);

        // What there was no time for, in a word, in a document and by the exit code.
        var hurried = fleet.Mosaic("fleet", "start", "--timeout", "1", "--json").ShouldExit(75);
        hurried.Error.ShouldContain("not done in 1 seconds");
        Reached(hurried.Output, "timed out", "running").Count.ShouldBeLessThan(2);
        var patient = fleet.Mosaic("fleet", "start").ShouldExit(0);
        patient.Output.ShouldBe("2 of 2 agents running\n");
        patient.Error.ShouldBeEmpty();

        Reached(fleet.Mosaic("fleet", "restart", "coder*", "--json").ShouldExit(0).Output, "done", "running").ShouldBe(["coder0", "coder1"]);
        var failed = fleet.Mosaic("fleet", "start", "--json", "*0", "broken").ShouldExit(1);
        Reached(failed.Output, "incomplete", "running").ShouldBe(["coder0"]);
        failed.Output.ShouldContain("is not on its PATH");
        fleet.Mosaic("fleet", "start", "nobody*").ShouldExit(64).Error.ShouldContain("no agent matches nobody*");

        ShouldFitTheTerminal(host);
        ShouldShowProgress(host);
        ShouldAskTwice(host);
        if (host.HasUserManager)
        {
            ShouldAskAgain(host);
        }
        else
        {
            ShouldWaitForItsTurn(host);
        }

        ShouldWriteRecordsInPlace(host);

        ShouldBeWatched(host);

        Reached(fleet.Mosaic("fleet", "stop", "--json", "coder1").ShouldExit(0).Output, "done", "stopped").ShouldBe(["coder1"]);
        // Whoever is killed while it writes a record leaves it empty.
        host.Shell(": >.local/state/mosaic/fleet/run/coder1.state").ShouldExit(0);
        fleet.Status("coder1").ShouldSatisfyAllConditions(agent => agent.State.ShouldBe("stopped"), agent => agent.Restarts.ShouldBe(0));
        fleet.Mosaic("fleet", "status").ShouldExit(3);
        fleet.Mosaic("fleet", "stop").ShouldExit(0);
    }

    // Nothing is cut in a pipe, and nothing coloured.
    private static void ShouldFitTheTerminal(Host host)
    {
        var wide = host.Shell("mosaic fleet status").Output;
        wide.ShouldContain("and-then-some is not on its PATH\n");
        wide.ShouldMatch("AGENT +CLASS +RUNTIME +STATE +CONFIG +PID +UPTIME +RESTARTS +MEMORY +ACTIVITY +REASON");
        wide.ShouldNotContain("\u001b");

        var narrow = Terminal(host, "mosaic fleet status");
        narrow.ShouldContain("\u001b[32mrunning");
        narrow.ShouldContain("\u001b[31mfailed");
        var plain = Terminal(host, "NO_COLOR=1 mosaic fleet status");
        plain.ShouldNotContain("\u001b");
        plain.ShouldContain("…");
        plain.Split("\r\n").ShouldAllBe(line => line.Length <= 80);
    }

    private static void ShouldShowProgress(Host host)
    {
        Terminal(host, "mosaic fleet restart").ShouldMatch("\r\u001b\\[K[01] of 2 agents running, [0-9]+ s of 6[0-9]\r\u001b\\[K.*2 of 2 agents running");
        host.Shell("mosaic fleet restart coder1 2>&1").Output.ShouldBe("1 of 1 agents running\n");
    }

    // However many agents there are, status asks systemd once and tmux once.
    private static void ShouldAskTwice(Host host)
    {
        string[] expected = host.HasUserManager ? ["systemctl", "tmux"] : ["tmux"];
        string[] called;
        var tries = 0;
        do
        {
            called = ProgramsOfStatus(host);
        }
        // Where bash loses how tmux ended, as happens under load, it is asked once more.
        while (!called.SequenceEqual(expected) && ++tries < 3);
        called.ShouldBe(expected);
    }

    // But for those that every command of the fleet runs.
    private static string[] ProgramsOfStatus(Host host)
    {
        // A file for each process, because one that waits for another's line would part its own.
        var programs = host.Shell("sleep 1.1; touch ~/.local/state/mosaic/fleet/run/*stamp; rm -f calls.*; strace -ff -qq -o calls -e trace=execve mosaic fleet status >/dev/null; sed -n 's/.*execve(\"[^\"]*\\/\\([^\"/]*\\)\".* = 0$/\\1/p' calls.* | sort").Output;
        return [.. programs.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(program => program is not ("bash" or "env" or "timeout" or "mosaic" or "mosaic-fleet" or "status.sh"))];
    }

    // A session may be made after tmux has answered and before systemd does. Here the first answer is of before there was any.
    private static void ShouldAskAgain(Host host) =>
        host.Shell(
            """
            tmux=$(command -v tmux)
            cd ~/.config/mosaic/bin
            printf '#!/bin/bash\n[[ -e asked || $* != *list-panes* ]] || exec touch asked\nexec %s "$@"\n' "$tmux" >tmux
            chmod +x tmux
            mosaic fleet status coder1
            rm tmux asked
            """).ShouldExit(0).Output.ShouldContain("running");

    // Where no systemd puts them in order, one command at a time starts or ends what the supervisor keeps.
    private static void ShouldWaitForItsTurn(Host host)
    {
        var waited = host.Shell(
            """
            exec {control}>>.local/state/mosaic/fleet/run/control
            flock "$control"
            for verb in start stop restart; do
              mosaic fleet "$verb" --timeout 1 coder0 {control}>&-
              echo "$verb $?"
            done
            """);

        waited.Output.ShouldBe("start 75\nstop 75\nrestart 75\n", waited.ToString());
        waited.Error.Split("another command is starting or stopping the fleet").Length.ShouldBe(1 + 3, waited.ToString());
    }

    // Whoever reads a record at any moment finds one.
    private static void ShouldWriteRecordsInPlace(Host host)
    {
        var opened = host.Shell("strace -ff -qq -o opened -e trace=openat mosaic fleet restart coder0 >/dev/null; grep -h 'coder0[.]state' opened.* | grep -E 'O_(RDWR|WRONLY)'").ShouldExit(0);

        opened.Output.ShouldNotContain("O_TRUNC");
    }

    // Drawn over itself, and the screen is as it was afterwards.
    private static void ShouldBeWatched(Host host)
    {
        var screen = host.Shell(
            """
            : >screen
            { until [[ $(grep -ac 'q to quit' screen) -gt 2 ]]; do sleep 0.05; done; printf '\003'; } |
              script -qfec 'stty cols 80 rows 24; mosaic fleet watch -n 0.1' screen >/dev/null
            cat screen
            """).Output;
        screen.ShouldContain("\u001b[?25l");
        screen.ShouldContain("\u001b[Hmosaic-factory");
        screen[screen.LastIndexOf("coder1", StringComparison.Ordinal)..].ShouldContain("\u001b[?25h\u001b[?1049l");
    }

    private static string Terminal(Host host, string command) => host.Shell($"script -qec 'stty cols 80 rows 24; {command}' /dev/null </dev/null").Output;

    private static List<string> Reached(string report, string outcome, string wanted)
    {
        using var document = JsonDocument.Parse(report);
        document.RootElement.GetProperty("outcome").GetString().ShouldBe(outcome);
        document.RootElement.GetProperty("wanted").GetString().ShouldBe(wanted);
        return
        [
            .. document.RootElement.GetProperty("agents").EnumerateArray()
                .Where(agent => agent.GetProperty("reached").GetBoolean())
                .Select(agent => agent.GetProperty("name").GetString()!),
        ];
    }
}
