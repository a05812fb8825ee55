using System.Diagnostics;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

public sealed class Mail_reaches_an_agent_that_was_down
{
    private const string Roster = """
        version: 1
        defaults: { working_directory: ~/src }
        runtimes:
          plain: { command: cat }
          deaf: { command: "sh -c 'stty raw -echo; exec sleep 1d'", reset_command: /new }
        agents:
          - { name: canary, runtime: shell, kickstart: "echo kick-$((40 + 2)) >>kicks" }
          - { name: echoes, runtime: plain }
          - { name: deaf, runtime: deaf }
        """;

    // Its program is ready when someone writes into the pipe, and notes that just before it shows it.
    private const string SlowRoster = """
        version: 1
        runtimes:
          slow: { command: "sh -c 'read word <gate; : >ready; echo I am ready; exec cat'", ready_pattern: I am ready }
        agents: [{ name: slow, runtime: slow, working_directory: ~/src }]
        """;

    private const int Measurements = 3;

    // Of the courier's looks at an agent the pauses grow; after so many they are as long as they get.
    private const int LooksBeforeTheLongestPause = 5;

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);

    private static readonly string[] Texts = ["one", "two", "three"];

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager)]
    public void And_so_does_its_kickstart_before_all_mail(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        foreach (var text in Texts)
        {
            fleet.Mosaic("agent", "send", "canary", "-S", "me", "-m", text).ShouldExit(75).Output.ShouldBe("spooled\n");
            fleet.Mosaic("agent", "send", "echoes", "-S", "me", "-m", text).ShouldExit(75);
        }

        fleet.Mosaic("fleet", "status", "--json").Output.ShouldContain("\"mail\":{\"waiting\":3,\"unconfirmed\":0,\"expired\":0,\"refused\":0}");
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        WaitForDone(host, "canary", 4);
        WaitForDone(host, "echoes", 3);
        ShouldShowInOrder(fleet.Tail("canary"), ["kick-", "] one", "] two", "] three"]);
        ShouldShowInOrder(fleet.Tail("echoes"), ["] one", "] two", "] three"]);
        Kicks(host).ShouldBe("kick-42\n");

        // One that was killed comes back, and whoever starts an agent wakes it.
        var courier = Courier(host);
        courier.ShouldNotBeEmpty();
        host.Run("kill", "-KILL", courier).ShouldExit(0);
        host.WaitUntil("the courier is back", () => Courier(host) is { Length: > 0 } other && other != courier);
        fleet.Mosaic("fleet", "stop", "echoes").ShouldExit(0);
        fleet.Mosaic("agent", "send", "echoes", "-S", "me", "-m", "four").ShouldExit(75);
        fleet.Mosaic("fleet", "start", "echoes").ShouldExit(0);
        WaitForDone(host, "echoes", 4);
        fleet.Mosaic("agent", "send", "echoes", "-S", "me", "-m", "five").ShouldExit(0);

        fleet.Mosaic("agent", "reset", "canary").ShouldExit(0).Output.ShouldBe("reset\n");
        host.WaitUntil("the kickstart was typed again", () => Kicks(host) == "kick-42\nkick-42\n");
        int? before = fleet.Status("canary").Pid;
        fleet.Mosaic("agent", "reset", "canary", "--restart", "--json").ShouldExit(0).Output.ShouldBe("{\"agent\":\"canary\",\"result\":\"restarted\"}\n");
        fleet.Status("canary").Pid.ShouldNotBe(before);
        host.WaitUntil("the kickstart was typed a third time", () => Kicks(host) == "kick-42\nkick-42\nkick-42\n");

        // One that does not react to its program's command.
        before = fleet.Status("deaf").Pid;
        fleet.Mosaic("agent", "reset", "deaf").ShouldExit(0).Output.ShouldBe("restarted\n");
        fleet.Status("deaf").Pid.ShouldNotBe(before);

        // Mail that waits while the tmux server dies.
        fleet.Mosaic("fleet", "stop", "echoes").ShouldExit(0);
        fleet.Mosaic("agent", "send", "echoes", "-S", "me", "-m", "six").ShouldExit(75);
        host.Run("sh", "-c", "kill -KILL \"$(tmux -L mosaic-factory display-message -p '#{pid}')\"").ShouldExit(0);
        fleet.Mosaic("agent", "send", "canary", "-S", "me", "-m", "seven").ExitCode.ShouldBeOneOf(0, 75);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        WaitForDone(host, "echoes", 5);
        host.WaitUntil("the canary has its last message", () => fleet.Tail("canary").Contains("] seven", StringComparison.Ordinal));
        ShouldShowInOrder(fleet.Tail("echoes"), ["] six"]);

        // A courier that was updated meanwhile is no longer asked to become the new program.
        host.Shell("cd .config/mosaic/tools/fleet && cp -p deliver-mail.sh new && mv new deliver-mail.sh").ShouldExit(0);
        fleet.Mosaic("fleet", "stop", "--timeout", "15").ShouldExit(0);
        host.WaitUntil("the courier has ended", () => Courier(host).Length == 0);
        fleet.Mosaic("agent", "reset", "canary").ShouldExit(1).Error.ShouldContain("canary is not running");
    }

    [Fact]
    public void In_order_within_five_seconds_of_its_program_being_ready()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, SlowRoster);
        host.Run("mkfifo", "src/gate").ShouldExit(0);

        // Other tests may make the machine stand still for seconds, which the clock cannot tell from a slow courier. They do not do
        // so each time; a courier that is slow is slow each time. So the best of three counts, and the first that is good is enough.
        // And a machine may be slow throughout: what is sent to an agent that is ready takes as long there.
        List<(TimeSpan Delay, TimeSpan Sending)> measured = [];
        do
        {
            measured.Add((MeasureDelay(host, fleet, measured.Count + 1), MeasureSending(host)));
            fleet.Mosaic("fleet", "stop", "slow").ShouldExit(0);
        }
        while (!KeepsPromise(measured[^1]) && measured.Count < Measurements);

        KeepsPromise(measured[^1]).ShouldBeTrue(string.Join(", ", measured));
    }

    private static bool KeepsPromise((TimeSpan Delay, TimeSpan Sending) measured) => measured.Delay <= Promise + measured.Sending;

    // How long as many messages take to an agent that is ready.
    private static TimeSpan MeasureSending(Host host)
    {
        var elapsed = Stopwatch.StartNew();
        host.Shell($"for text in {string.Join(' ', Texts)}; do mosaic agent send slow -S me -m $text; done").ShouldExit(0);
        return elapsed.Elapsed;
    }

    // How long after its program was ready the last of its messages was delivered, in the worst case: it becomes ready
    // when the courier, which looks as seldom as it ever does, has just looked.
    private static TimeSpan MeasureDelay(Host host, InstalledFleet fleet, int round)
    {
        string[] texts = [.. Texts.Select(text => $"{text} of {round}")];
        foreach (var text in texts)
        {
            fleet.Mosaic("agent", "send", "slow", "-S", "me", "-m", text).ShouldExit(75);
        }

        fleet.Mosaic("fleet", "start", "slow").ShouldExit(0);
        var box = host.Outside(".local/state/mosaic/fleet/mail/slow");
        HashSet<DateTime> looks = [];
        host.WaitUntil("the courier has looked often enough", () =>
        {
            // At each look it takes the first message out of `new`, and puts it back.
            looks.Add(Directory.GetLastWriteTimeUtc($"{box}/new"));
            return looks.Count > 2 * LooksBeforeTheLongestPause && Directory.GetFiles($"{box}/new").Length == texts.Length;
        });

        var elapsed = Stopwatch.StartNew();
        host.Shell("echo go >src/gate").ShouldExit(0);
        WaitForDone(host, "slow", round * texts.Length);
        elapsed.Stop();
        ShouldShowInOrder(fleet.Tail("slow"), [.. texts.Select(text => $"] {text}")]);

        // The folder's time is that of its last message. The clock of files may be set meanwhile, and the test's own, which goes
        // on evenly, has the time in it that the test took to write and to look: the truth is no more than either.
        var stamped = Directory.GetLastWriteTimeUtc($"{box}/done") - File.GetLastWriteTimeUtc(host.Outside("src/ready"));
        return stamped < elapsed.Elapsed ? stamped : elapsed.Elapsed;
    }

    private static void WaitForDone(Host host, string agent, int count)
    {
        var folder = host.Outside($".local/state/mosaic/fleet/mail/{agent}/done");
        host.WaitUntil($"{agent} has {count} messages", () => Directory.GetFiles(folder).Length == count);
    }

    private static void ShouldShowInOrder(string screen, string[] texts)
    {
        int[] places = [.. texts.Select(text => screen.IndexOf(text, StringComparison.Ordinal))];
        places.ShouldAllBe(place => place >= 0, screen);
        places.ShouldBeInOrder(SortDirection.Ascending, screen);
    }

    private static string Kicks(Host host) => host.Read("src/kicks");

    // It has workers of the same name now and then.
    private static string Courier(Host host) => host.Shell("pgrep -of 'bash .*/deliver-mail.sh'").Output.Trim();
}
