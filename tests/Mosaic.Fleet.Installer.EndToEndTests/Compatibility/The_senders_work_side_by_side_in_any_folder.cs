using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Compatibility;

/// <summary>The checks of the proof of concept that this product replaces.</summary>
public sealed class The_senders_work_side_by_side_in_any_folder
{
    [Theory]
    [InlineData(HostKind.RootWithUserManager, "")]
    [InlineData(HostKind.UserWithoutUserManager, "")]
    [InlineData(HostKind.UserWithoutUserManager, "set -g base-index 1\nsetw -g pane-base-index 1\nsetw -g remain-on-exit on\n")]
    public void And_reach_only_the_server_that_was_named(HostKind kind, string configuration)
    {
        using var host = Host.Start(kind);
        CopiedCommand.Into(host, "senders", "tools/tmux/send-message.sh", "tools/tmux/agent-send.sh");
        host.Write(".tmux.conf", configuration);
        // One of the same name on the default server, which must see nothing.
        host.Shell("tmux new-session -d -s tester cat; tmux -L s new-session -d -s tester cat").ShouldExit(0);

        host.Run("senders/send-message.sh", "-L", "s", "-t", "=tester", "-m", "first message").ShouldExit(0).Output.ShouldBe("submitted\n");
        host.Run("senders/agent-send.sh", "-L", "s", "-S", "tester:source", "-s", "=tester", "-m", "second message")
            .ShouldExit(0).Output.ShouldBe("submitted\n");

        // cat says each line again that it was sent.
        host.WaitUntil("both messages were read", () => Lines(host, "-L", "s").Count == 4);
        var lines = Lines(host, "-L", "s");
        lines.Count(line => line == "first message").ShouldBe(2);
        lines.Count(line => line.StartsWith("[tester:source ->", StringComparison.Ordinal) && line.EndsWith("] second message", StringComparison.Ordinal))
            .ShouldBe(2);
        Lines(host).ShouldBeEmpty();
    }

    private static List<string> Lines(Host host, params string[] server) =>
        [.. host.Run(["tmux", .. server, "capture-pane", "-p", "-J", "-t", "=tester:"]).ShouldExit(0)
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
