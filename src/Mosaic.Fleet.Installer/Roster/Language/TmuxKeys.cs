namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of <c>tmux</c>.</summary>
internal static class TmuxKeys
{
    /// <summary><c>socket_name</c></summary>
    public static readonly Key<string> SocketName = new Key<string>("socket_name", new NameKind("a socket's name"),
        "The name of the fleet's own tmux server, as in `tmux -L NAME`.").WithDefault("mosaic-factory");

    /// <summary><c>holder_session</c></summary>
    public static readonly Key<string> HolderSession = new Key<string>("holder_session", new NameKind("a session's name"),
        "The session that keeps the server alive when no agent runs.").WithDefault("_holder");

    /// <summary><c>history_limit</c></summary>
    public static readonly Key<int> HistoryLimit = new Key<int>("history_limit", new IntegerKind(0, int.MaxValue),
        "Lines of scrollback that each pane keeps.").WithDefault(50_000);

    /// <summary><c>source_user_config</c></summary>
    public static readonly Key<bool> SourceUserConfig = new Key<bool>("source_user_config", TrueOrFalse.Kind,
        "Whether the fleet's server also loads ~/.tmux.conf.").WithDefault(false);

    /// <summary><c>start_parallel</c></summary>
    public static readonly Key<int> StartParallel = new Key<int>("start_parallel", new IntegerKind(1, 1000),
        "How many agents may be on their way up at a time.").WithDefault(16);

    /// <summary><c>start_interval</c></summary>
    public static readonly Key<TimeSpan> StartInterval = new Key<TimeSpan>("start_interval", new DurationKind(),
        "The least time between the starts of two agents, as systemd.time(7) writes it: `500ms`.").WithDefault(TimeSpan.Zero);

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("`tmux`",
        SocketName, HolderSession, HistoryLimit, SourceUserConfig, StartParallel, StartInterval, AgentKeys.WorkingDirectory);
}
