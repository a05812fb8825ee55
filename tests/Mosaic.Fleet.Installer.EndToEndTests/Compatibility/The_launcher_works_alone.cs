using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Mosaic.Fleet.Installer.EndToEndTests.Scenarios;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Compatibility;

/// <summary>The checks of the proof of concept that this product replaces.</summary>
public sealed class The_launcher_works_alone
{
    private const string Launch =
        "MOSAIC_TMUX_SOCKET=s MOSAIC_AGENT_WORKDIR=$HOME/work MOSAIC_AGENT_COMMAND='bash --noprofile --norc -i' alone/start-agent-session.sh tester";

    [Theory]
    [InlineData(HostKind.RootWithUserManager, "")]
    [InlineData(HostKind.UserWithoutUserManager, "")]
    [InlineData(HostKind.UserWithoutUserManager, The_user_s_tmux_configuration_breaks_no_command.Configuration)]
    public void In_an_empty_folder_with_no_roster_and_no_holder(HostKind kind, string configuration)
    {
        using var host = Host.Start(kind);
        host.Write(".tmux.conf", configuration);
        CopiedCommand.Into(host, "alone", "tools/fleet/start-agent-session.sh");
        host.Run("mkdir", "work").ShouldExit(0);

        host.Shell(Launch).ShouldExit(0);
        host.Run("tmux", "-L", "s", "list-panes", "-a", "-F", "#{session_name} #{pane_current_path}")
            .Output.ShouldBe($"tester {host.Home}/work\n");

        host.Shell(Launch).ShouldExit(0).Output.ShouldContain("already running");
        host.Run("tmux", "-L", "s", "list-panes", "-a").Output.Count(character => character == '\n').ShouldBe(1);
    }
}
