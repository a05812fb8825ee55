namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The tmux server that the fleet owns.</summary>
/// <param name="SocketName">The name given to <c>tmux -L</c>.</param>
/// <param name="HolderSession">The session that is there before any agent and after the last.</param>
/// <param name="HistoryLimit">Lines of scrollback kept for each pane.</param>
/// <param name="SourceUserConfig">Whether the server also loads <c>~/.tmux.conf</c>.</param>
/// <param name="StartParallel">How many agents may be on their way up at a time.</param>
/// <param name="StartInterval">The least time between the starts of two agents.</param>
internal sealed record TmuxSettings(
    string SocketName, string HolderSession, int HistoryLimit, bool SourceUserConfig, int StartParallel, TimeSpan StartInterval);
