using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>The sender goes along to a host that has bash and tmux: here, over a real sshd on loopback.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class A_host_is_reached_by_ssh(TalkingFleet fleet)
{
    private const string Sender = ".config/mosaic/tools/tmux/agent-send.sh";

    // As pgrep finds processes by their command lines.
    private const string SendersHere = "^ssh -T|^bash [^ ]*agent-send.sh";
    private const string SenderThere = "^bash -c echo reached";
    private const string ReceivingSshd = "^sshd.*@notty";

    [Fact]
    public void And_the_message_arrives_there_with_its_receiver_s_and_sender_s_names()
    {
        Prerequisite.Check(File.Exists("/usr/sbin/sshd"), "sshd is not installed");
        var address = $"{fleet.Host.User}@127.0.0.1";
        var before = fleet.Model.Received("pi").Length;
        fleet.Host.Run("rm", "-rf", ".ssh").ShouldExit(0);
        SendTo(address, "pi", "nobody listens").ShouldExit(1).Output.ShouldBe("absent\n");
        StartSshd();

        SendTo(address, "pi", "over 'ssh' \"quoted\" $HOME\nand a second line").ShouldExit(0).Output.ShouldBe("submitted\n");
        SendTo(address, "pi", Texts.OfSize(20_000)).ShouldExit(0).Output.ShouldBeOneOf("submitted\n", "queued\n");
        SendTo(address, "nobody", "text").ShouldExit(1).Output.ShouldBe("absent\n");

        fleet.WaitForPi(before, 2).ShouldBe([
            "[here:tester -> there:pi] over 'ssh' \"quoted\" $HOME\nand a second line",
            $"[here:tester -> there:pi] {Texts.OfSize(20_000)}",
        ]);

        // A connection that breaks in the middle of the text: half of it is nobody's message.
        var cut = SendBy("head -c 40000 | exec /usr/bin/ssh \"$@\"", address, Texts.OfSize(60_000)).ShouldExit(1);
        cut.Output.ShouldBe("absent\n");
        cut.Error.ShouldContain("nothing was typed");

        // One that breaks before anything came back: who was not heard has not got the end of the text either.
        SendBy("exec /usr/bin/ssh \"$@\" >/dev/null", address, "not heard").ShouldExit(1).Output.ShouldBe("absent\n");

        // One that breaks when the result is known.
        SendBy("/usr/bin/ssh \"$@\"; exit 255", address, "the next").ShouldExit(0).Output.ShouldBeOneOf("submitted\n", "queued\n");
        fleet.WaitForPi(before, 3)[2].ShouldEndWith("the next");
    }

    [Theory]
    [InlineData("KILL", "^ssh -T")]
    [InlineData("KILL", ReceivingSshd)]
    [InlineData("STOP", ReceivingSshd)] // as a network that has gone silent
    public async Task And_of_a_connection_that_breaks_midway_it_is_said_that_nobody_knows(string signal, string process)
    {
        Prerequisite.Check(File.Exists("/usr/sbin/sshd"), "sshd is not installed");
        StartSshd();
        var before = fleet.LinesReadBy("cat").Length;
        var turn = fleet.Fleet.Tmux("display-message", "-p", "-t", "=cat:", "#{socket_path}.#{pane_id}.lock").ShouldExit(0).Output.TrimEnd();
        fleet.Host.WaitUntil("nobody sends to it", () => !File.Exists(fleet.Host.Outside(turn)));

        // A person who is typing there holds up the sender, which has the whole text by then.
        fleet.Fleet.Tmux("send-keys", "-t", "=cat:", "-l", "half").ShouldExit(0);
        var send = Task.Run(() => SendTo($"{fleet.Host.User}@127.0.0.1", "cat", "on its way", "-w", "300"), TestContext.Current.CancellationToken);
        fleet.Host.WaitUntil("the sender is at work there", () => File.Exists(fleet.Host.Outside(turn)));
        fleet.Host.Run("pkill", $"-{signal}", "-f", process).ShouldExit(0);

        var result = (await send).ShouldExit(2);
        result.Output.ShouldBe("draft\n");
        result.Error.ShouldContain("ended before the result was known");
        fleet.Host.Run("pgrep", "-af", SendersHere).ShouldExit(1);

        // What was under way there goes on to its end, once.
        fleet.Fleet.Tmux("send-keys", "-t", "=cat:", "C-u").ShouldExit(0);
        fleet.Host.WaitUntil("the sender there has ended", () => fleet.Host.Run("pgrep", "-af", SenderThere).ExitCode == 1);
        fleet.WaitForLinesReadBy("cat", before, 1).ShouldBe(["# [here:tester -> there:cat] on its way"]);
        if (signal == "STOP")
        {
            fleet.Host.Run("pkill", "-KILL", "-f", process).ShouldExit(0);
        }

        fleet.Host.WaitUntil("nothing of it is left", () => fleet.Host.Run("pgrep", "-af", ReceivingSshd).ExitCode == 1 && !File.Exists(fleet.Host.Outside(turn)));
    }

    private CommandResult SendTo(string address, string session, string text, params string[] options) => fleet.Host.RunWithInput(
        text, [Sender, "-H", address, "-L", "mosaic-factory", "-s", session, "-S", "here:tester", "-n", "there", .. options]);

    // With another ssh, a line of sh.
    private CommandResult SendBy(string ssh, string address, string text)
    {
        fleet.Host.Write("other/ssh", $"#!/bin/sh\n{ssh}\n");
        fleet.Host.Run("chmod", "+x", "other/ssh").ShouldExit(0);
        return fleet.Host.RunWithInput(
            text, "env", $"PATH={fleet.Host.Home}/other:/usr/bin:/bin", Sender,
            "-H", address, "-L", "mosaic-factory", "-s", "pi", "-S", "here:tester", "-n", "there");
    }

    private void StartSshd()
    {
        fleet.Host.Shell(
            """
            set -e
            umask 077
            rm -rf .ssh
            mkdir .ssh
            ssh-keygen -q -t ed25519 -N '' -f .ssh/host
            ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519
            cp .ssh/id_ed25519.pub .ssh/authorized_keys
            """).ShouldExit(0);
        // Chosen last: other hosts have the same loopback.
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        fleet.Host.Shell(
            $$"""
            set -e
            umask 077
            cat >.ssh/config <<'CONFIG'
            Host 127.0.0.1
              Port {{port}}
              StrictHostKeyChecking no
              LogLevel ERROR
            CONFIG
            cat >.ssh/sshd_config <<CONFIG
            Port {{port}}
            ListenAddress 127.0.0.1
            HostKey $HOME/.ssh/host
            PidFile none
            UsePAM no
            CONFIG
            (exec setsid /usr/sbin/sshd -D -f ~/.ssh/sshd_config -E ~/.ssh/log </dev/null >/dev/null 2>&1 &)
            """).ShouldExit(0);
        fleet.Host.WaitUntil("sshd listens", () => fleet.Host.Run("ssh", "127.0.0.1", "true").ExitCode == 0);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
