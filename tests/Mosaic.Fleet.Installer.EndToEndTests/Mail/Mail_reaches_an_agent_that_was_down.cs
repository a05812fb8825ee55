using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

public sealed class Mail_reaches_an_agent_that_was_down
{
    private const string Roster = """
        version: 1
        defaults: { working_directory: ~/src }
        runtimes: { plain: { command: cat } }
        agents:
          - { name: canary, runtime: shell, kickstart: "echo kick-$((40 + 2)) >>kicks" }
          - { name: echoes, runtime: plain }
        """;

    private static readonly string[] s_texts = ["one", "two", "three"];

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager)]
    public void And_so_does_its_kickstart_before_all_mail(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        foreach (var text in s_texts)
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
        fleet.Mosaic("agent", "reset", "canary", "--restart").ShouldExit(0).Output.ShouldBe("restarted\n");
        fleet.Status("canary").Pid.ShouldNotBe(before);
        host.WaitUntil("the kickstart was typed a third time", () => Kicks(host) == "kick-42\nkick-42\nkick-42\n");

        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        host.WaitUntil("the courier has ended", () => Courier(host).Length == 0);
        fleet.Mosaic("agent", "reset", "canary").ShouldExit(1).Error.ShouldContain("canary is not running");
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
