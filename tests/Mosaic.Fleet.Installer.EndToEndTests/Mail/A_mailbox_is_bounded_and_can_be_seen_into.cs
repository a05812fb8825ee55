using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

public sealed class A_mailbox_is_bounded_and_can_be_seen_into
{
    private const string Agents = """
          - name: coder0
          - name: coder1
        """;

    [Fact]
    public void And_what_does_not_fit_is_refused_and_said()
    {
        // root, who can make a disk that is full.
        using var host = Host.Start(HostKind.RootWithoutUserManager);
        var fleet = FolderFleet.Install(host, Agents);
        host.Run("sed", "-i", "s/^MOSAIC_FLEET_MAIL_MESSAGES=.*/MOSAIC_FLEET_MAIL_MESSAGES=3/; s/^MOSAIC_FLEET_MAIL_BYTES=.*/MOSAIC_FLEET_MAIL_BYTES=9000/", ".config/mosaic/fleet/fleet.env").ShouldExit(0);

        fleet.Spool("coder0", "one");
        fleet.Spool("coder0", "two");
        var large = fleet.Commands.Mosaic("agent", "send", "coder0", "-m", new string('x', 9000)).ShouldExit(73);
        large.Error.ShouldContain("the mailbox of coder0 is full: with this message it would hold 9", customMessage: large.ToString());
        fleet.Spool("coder0", "three");
        fleet.Commands.Mosaic("agent", "send", "coder0", "-m", "four").ShouldExit(73).Error.ShouldContain("the mailbox of coder0 is full: 3 messages wait");
        fleet.Commands.Mosaic("agent", "send", "coder0", "--no-spool", "-m", "five").ShouldExit(75).Output.ShouldBeEmpty();
        fleet.Commands.Mosaic("agent", "send", "coder1", "--no-spool", "-m", "six").ShouldExit(1).Output.ShouldBe("absent\n");
        host.Run("stat", "-c", "%a", ".local/state/mosaic/fleet/mail/coder0", FolderFleet.FileOf("coder0", "new", 1)).ShouldExit(0).Output.ShouldBe("700\n600\n");

        host.Shell("""
            set -e
            mkdir -p ~/.local/state/mosaic/fleet/mail/coder1
            mount -t tmpfs -o size=256k tmpfs ~/.local/state/mosaic/fleet/mail/coder1
            ! dd if=/dev/zero of=.local/state/mosaic/fleet/mail/coder1/filler 2>/dev/null
            """).ShouldExit(0);
        fleet.Commands.Mosaic("agent", "send", "coder1", "-m", "seven").ShouldExit(73).Error.ShouldContain("cannot write the mailbox");
        host.Shell("rm .local/state/mosaic/fleet/mail/coder1/filler").ShouldExit(0);
        fleet.Spool("coder1", "eight");
        fleet.Messages("coder1", "new").Length.ShouldBe(1);
    }

    [Fact]
    public void And_one_that_could_not_be_written_can_be_as_soon_as_there_is_room()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = FolderFleet.Install(host, "  - { name: coder0, kickstart: begin }");
        fleet.Spool("coder0", "one");
        fleet.Open("coder0", "busy");
        host.Shell("chmod 500 .local/state/mosaic/fleet/mail/coder0/tmp; touch .local/state/mosaic/fleet/run/coder0.kickstart").ShouldExit(0);
        fleet.StartCourier();
        host.WaitUntil("the courier has no room for the kickstart", () => host.Read("courier.log").Contains("cannot write the mailbox", StringComparison.Ordinal));

        host.Shell("chmod 700 .local/state/mosaic/fleet/mail/coder0/tmp").ShouldExit(0);
        host.WaitUntil("the kickstart waits", () => fleet.Messages("coder0", "new").Length == 2);
        fleet.Remove("coder0", "busy");

        fleet.WaitForTaken("coder0", 2);
        fleet.Taken("coder0").ShouldBe(["begin", "[me] one"]);
    }

    [Fact]
    public void And_its_order_is_that_of_the_senders_whatever_the_clock_says()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = FolderFleet.Install(host, Agents);
        foreach (var text in (string[])["one", "two", "three", "four", "five"])
        {
            fleet.Spool("coder0", text);
        }

        // Someone deletes the highest; its number is not used again. The clock was ahead when the second came,
        // and the third has waited for too long.
        fleet.Commands.Mosaic("agent", "queue", "coder0", "drop", "5").ShouldExit(0);
        fleet.Spool("coder0", "six");
        host.Run("sed", "-i", "s/^time .*/time 9999999999/", FolderFleet.FileOf("coder0", "new", 2)).ShouldExit(0);
        host.Run("sed", "-i", "s/^time .*/time 1000000000/", FolderFleet.FileOf("coder0", "new", 3)).ShouldExit(0);
        fleet.Commands.Mosaic("agent", "queue", "coder0", "show", "4").ShouldExit(0).Output.ShouldEndWith("kind text\n\nfour\n");
        fleet.Commands.Mosaic("agent", "queue", "coder0", "show", "5").ShouldExit(1);

        fleet.Open("coder0", "busy");
        fleet.Commands.Mosaic("agent", "queue", "coder0", "flush").ShouldExit(75).Output.ShouldBe("0 messages settled, 5 wait\n");
        fleet.Remove("coder0", "busy");
        fleet.Commands.Mosaic("agent", "queue", "coder0", "flush").ShouldExit(0);

        fleet.Taken("coder0").ShouldBe(["[me] one", "[me] two", "[me] four", "[me] six"]);
        using var queue = JsonDocument.Parse(fleet.Commands.Mosaic("agent", "queue", "coder0", "--all", "--json").ShouldExit(0).Output);
        queue.RootElement.GetProperty("messages").EnumerateArray()
            .Select(message => $"{message.GetProperty("id")} {message.GetProperty("state")} {message.GetProperty("from")} {message.GetProperty("text")}")
            .ShouldBe(["1 done me one", "2 done me two", "4 done me four", "6 done me six", "3 expired me three"]);

        // What the transport refuses, and what nobody knows about, is set aside, too.
        fleet.Open("coder1", "strict");
        fleet.Commands.Mosaic("agent", "send", "coder1", "-m", "one").ShouldExit(64);
        fleet.Open("coder1", "busy");
        fleet.Remove("coder1", "strict");
        fleet.Spool("coder1", "two");
        fleet.Spool("coder1", "three");
        fleet.Open("coder1", "silent");
        fleet.Remove("coder1", "busy");
        fleet.Commands.Mosaic("agent", "queue", "coder1", "flush").ShouldExit(0);
        fleet.Messages("coder1", "unconfirmed").Length.ShouldBe(2);
        fleet.Remove("coder1", "silent");
        fleet.Open("coder1", "broken");
        fleet.Commands.Mosaic("agent", "send", "coder1", "-m", "four").ShouldExit(2).Output.ShouldBe("draft\n");
        host.Run("env", "PATH=/usr/bin:/bin", ".config/mosaic/bin/mosaic", "fleet", "status").Output
            .ShouldContain("Messages for coder1 were set aside: 2 unconfirmed, 0 expired, 0 refused");
    }
}
