using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class What_an_agent_printed_is_kept
{
    private const string Logs = ".local/state/mosaic/fleet/logs";

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void The_last_screen_of_one_that_crashed_and_its_last_line_in_its_reason(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            defaults: { runtime: shell, working_directory: ~/src, restart: no }
            agents:
              - { name: crash, command: "printf 'first\\n\\033[31mno such key\\033[0m\\n'; exit 3" }
            """);

        // Whether the start sees it run before it ends is chance.
        fleet.Mosaic("fleet", "start");

        fleet.WaitFor("crash", "failed");
        fleet.Status("crash").Reason.ShouldNotBeNull().ShouldMatch("exited with status 3 after \\d+ s: no such key");
        fleet.Mosaic("fleet", "logs", "crash").ShouldExit(0).Output.ShouldBe("first\nno such key\n");
        fleet.Mosaic("fleet", "logs", "crash", "--json").ShouldExit(0).Output.ShouldBe("{\"agent\":\"crash\",\"lines\":[\"first\",\"no such key\"]}\n");
        host.Run("stat", "-c", "%a", ".local/state/mosaic/fleet/run/crash.last").Output.ShouldBe("600\n");
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void All_of_it_where_the_roster_says_so(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            logging: true
            defaults: { runtime: shell, working_directory: ~/src }
            agents:
              - { name: talker, command: "printf '\\033[1mone\\033[0m\\n'; exec cat" }
            """);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        host.WaitUntil("the transcript has the first line", () => fleet.Mosaic("fleet", "logs", "talker").Output.Contains("\none\n", StringComparison.Ordinal));
        fleet.Mosaic("fleet", "logs", "--raw", "talker").Output.ShouldContain("\u001b[1mone");
        host.Run("stat", "-c", "%a", $"{Logs}/talker.log").Output.ShouldBe("600\n");

        fleet.Mosaic("fleet", "restart", "talker").ShouldExit(0);
        host.WaitUntil("the transcript goes on", () => fleet.Mosaic("fleet", "logs", "talker").Output.Split("--- talker starts").Length == 3);
        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        host.WaitUntil("nobody writes any more", () => host.Run("pgrep", "-f", "transcript-talker").ExitCode == 1);
    }

    [Fact]
    public void And_no_more_than_a_disk_can_bear()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            logging: true
            agents: [{ name: flood, runtime: shell, working_directory: ~/src, command: "yes 0123456789012345678901234567890123456789 | head -c 16000000; exec cat" }]
            """);

        fleet.Mosaic("fleet", "start").ShouldExit(0);

        // Each was a mebibyte when it was moved aside, and at most four more came before anybody looked.
        host.WaitUntil("a transcript is moved aside", () => File.Exists(host.Outside($"{Logs}/flood.log.1")));
        host.WaitUntil("the flood is over", () => fleet.Mosaic("agent", "tail", "flood").ExitCode == 0 && host.Run("pgrep", "-x", "head").ExitCode == 1);
        // One may be moved aside between the two looks of this.
        var sizes = host.Shell($"until sizes=$(stat -c %s {Logs}/* 2>/dev/null); do :; done; printf '%s\\n' \"$sizes\"").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(size => long.Parse(size, CultureInfo.InvariantCulture)).ToList();
        sizes.Count.ShouldBeLessThanOrEqualTo(3);
        sizes.ShouldAllBe(size => size < 6 * 1024 * 1024);
    }

    [Fact]
    public void And_where_nothing_is_kept_it_is_said_how_to_keep_it()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = InstalledFleet.Install(host, "version: 1\nagents: [{ name: canary, runtime: shell, working_directory: ~/src }]\n");

        fleet.Mosaic("fleet", "logs", "canary").ShouldExit(1).Error.ShouldContain("logging: true");
        fleet.Mosaic("fleet", "logs", "canari").ShouldExit(64).Error.ShouldContain("the agents are: canary");
    }
}
