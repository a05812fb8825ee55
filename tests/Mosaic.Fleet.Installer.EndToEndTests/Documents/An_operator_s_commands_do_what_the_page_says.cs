using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Documents;

/// <summary>From the canary to the full fleet as <c>docs/operating.md</c> says it, beside a session of the user's own.</summary>
public sealed class An_operator_s_commands_do_what_the_page_says
{
    [Fact]
    public void From_the_canary_to_the_full_fleet()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Run("tmux", "new-session", "-d", "-s", "coder0", "sleep 1000").ShouldExit(0);
        var mine = Mine(host);

        Type(host, "## The canary first");
        Type(host, "## The full fleet, beside your own sessions");
        host.Shell("mosaic fleet status").Output.ShouldMatch("coder1 +implementer +shell +running");
        Type(host, "## Start, stop, restart");

        Mine(host).ShouldBe(mine);
    }

    private static void Type(Host host, string section)
    {
        var commands = Readme.Commands(section, "docs/operating.md");
        commands.Count.ShouldBeGreaterThan(3);
        foreach (var command in commands)
        {
            host.Shell($"export DOTNET_ROOT=/run/dotnet PATH=$PATH:/run/tool; {command}").ShouldExit(0);
        }
    }

    private static string Mine(Host host) => host.Run("tmux", "list-panes", "-a", "-F", "#{pid} #{session_id} #{pane_pid}").ShouldExit(0).Output;
}
