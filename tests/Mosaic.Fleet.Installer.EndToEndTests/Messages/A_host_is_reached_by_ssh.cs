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
    [Fact]
    public void And_the_message_arrives_there_with_its_receiver_s_and_sender_s_names()
    {
        Prerequisite.Check(File.Exists("/usr/sbin/sshd"), "sshd is not installed");
        var address = $"{fleet.Host.User}@127.0.0.1";
        var before = fleet.Model.Received("pi").Length;
        SendTo(address, "pi", "nobody listens").ShouldExit(1).Output.ShouldBe("absent\n");
        StartSshd();

        SendTo(address, "pi", "over 'ssh' \"quoted\" $HOME\nand a second line").ShouldExit(0).Output.ShouldBe("submitted\n");
        SendTo(address, "pi", Texts.OfSize(20_000)).ShouldExit(0).Output.ShouldBeOneOf("submitted\n", "queued\n");
        SendTo(address, "nobody", "text").ShouldExit(1).Output.ShouldBe("absent\n");

        fleet.WaitForPi(before, 2).ShouldBe([
            "[here:tester -> there:pi] over 'ssh' \"quoted\" $HOME\nand a second line",
            $"[here:tester -> there:pi] {Texts.OfSize(20_000)}",
        ]);
    }

    private CommandResult SendTo(string address, string session, string text) => fleet.Host.RunWithInput(
        text, ".config/mosaic/tools/tmux/agent-send.sh", "-H", address, "-L", "mosaic-factory", "-s", session, "-S", "here:tester", "-n", "there");

    private void StartSshd()
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        fleet.Host.Shell(
            $$"""
            set -e
            umask 077
            mkdir -p .ssh
            ssh-keygen -q -t ed25519 -N '' -f .ssh/host
            ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519
            cp .ssh/id_ed25519.pub .ssh/authorized_keys
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
