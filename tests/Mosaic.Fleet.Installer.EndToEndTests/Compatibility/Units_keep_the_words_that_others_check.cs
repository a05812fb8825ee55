using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Compatibility;

/// <summary>The checks of the proof of concept that this product replaces.</summary>
public sealed class Units_keep_the_words_that_others_check
{
    [Fact]
    public void In_the_holder_and_in_the_agent_template()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Install("--profile", "minimal").ShouldExit(0);

        var holder = host.Read(".config/systemd/user/mosaic-tmux-holder.service");
        holder.Split('\n').ShouldContain(line => line.StartsWith("ExecStart=", StringComparison.Ordinal) && line.Contains("tmux -L", StringComparison.Ordinal));
        holder.ShouldContain("_holder");

        var agent = host.Read(".config/systemd/user/mosaic-agent@.service");
        agent.Split('\n').ShouldContain("Requires=mosaic-tmux-holder.service");
        agent.ShouldContain("start-agent-session.sh");
        agent.ShouldContain("kill-session -t \"=%i\"");
    }
}
