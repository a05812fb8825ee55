using Shouldly;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>The user's own tmux server, with a session in it. No command of a fleet may change anything about it.</summary>
internal sealed class DefaultServer
{
    private const string Look = """
        tmux -N list-panes -a -F '#{pid} #{session_id} #{session_name} #{session_created} #{pane_id} #{pane_pid}' &&
        tmux -N show-options -s && tmux -N show-options -g && tmux -N show-options -gw && tmux -N show-options -t =mine:
        """;

    private readonly Host _host;
    private readonly string _before;

    /// <summary>Starts it.</summary>
    public DefaultServer(Host host)
    {
        _host = host;
        host.Run("tmux", "new-session", "-d", "-s", "mine", "sleep 100000").ShouldExit(0);
        _before = host.Shell(Look).ShouldExit(0).Output;
    }

    /// <summary>Its process, sessions, panes and options are what they were.</summary>
    public void ShouldBeUntouched() => _host.Shell(Look).ShouldExit(0).Output.ShouldBe(_before, "the default tmux server was touched");
}
