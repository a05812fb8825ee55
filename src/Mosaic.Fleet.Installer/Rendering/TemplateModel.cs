using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Mosaic.Fleet.Installer.Roster;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>What templates see: names in snake case; values are text, numbers, booleans, null, lists and objects.</summary>
internal static class TemplateModel
{
    /// <summary>The variables that every template sees.</summary>
    public static ImmutableDictionary<string, object?> Common(FleetRoster roster, FleetLayout layout) => Object(
        ("fleet", Fleet(roster)),
        ("tools", Tools(roster.Tools)),
        ("layout", Folders(layout)),
        ("agents", roster.Agents.Select(Agent).ToImmutableArray<object?>()),
        ("built_in_runtimes", BuiltInRuntimes.All.Select(BuiltInRuntime).ToImmutableArray<object?>()));

    /// <summary>What templates of the scopes <c>agent</c> and <c>agent-unit</c> see besides.</summary>
    public static ImmutableDictionary<string, object?> For(AgentDefinition agent) => Object(("agent", Agent(agent)));

    /// <summary>What <c>host.env</c> alone sees besides.</summary>
    public static ImmutableDictionary<string, object?> For(HostFacts facts, FleetLayout layout) => Object(("host", Object(
        ("path", facts.SearchPath),
        ("locale", facts.Locale),
        ("tmux_tmpdir", facts.TmuxTemporaryFolder),
        ("mosaic_home", layout.MosaicHome.Value),
        ("state_home", layout.StateFolder.Value))));

    /// <summary>What stands for the same in <c>describe-host.sh</c>, which fills it in on a host that the tool does not see.</summary>
    public static ImmutableDictionary<string, object?> ForAnyHost { get; } = Object(("host", Object(
        ("path", "@host_path@"),
        ("locale", "@host_locale@"),
        ("tmux_tmpdir", "@host_tmpdir@"),
        ("mosaic_home", "@MOSAIC_HOME@"),
        ("state_home", "@MOSAIC_STATE_HOME@"))));

    /// <summary>What the templates of <c>bundle/</c> see besides.</summary>
    /// <param name="tool">The version of the tool.</param>
    /// <param name="made">When the bundle is made.</param>
    /// <param name="profile">The profile that the roster came from, as the record is to say.</param>
    public static ImmutableDictionary<string, object?> ForBundle(string tool, string made, string profile) =>
        Object(("bundle", Object(("tool", tool), ("made", made), ("profile", profile), ("reserved_variables", ReservedVariables.Pattern))));

    private static ImmutableDictionary<string, object?> Fleet(FleetRoster roster) => Object(
        ("transport", roster.Transport),
        ("logging", roster.Logging),
        ("socket_name", roster.Tmux.SocketName),
        ("holder_session", roster.Tmux.HolderSession),
        ("history_limit", roster.Tmux.HistoryLimit),
        ("source_user_config", roster.Tmux.SourceUserConfig),
        ("start_parallel", roster.Tmux.StartParallel),
        ("start_interval_seconds", roster.Tmux.StartInterval.TotalSeconds));

    private static ImmutableDictionary<string, object?> Tools(FleetTools tools) => Object(
        ("suites", ImmutableArray<object?>.CastUp(tools.Suites)),
        ("logins", tools.Logins.Select(pair => (object?)Object(("owner", pair.Key), ("login", pair.Value))).ToImmutableArray()),
        ("instances", tools.Instances.Select(instance => (object?)Object(("name", instance.Name), ("server", instance.Server), ("token_file", instance.TokenFile))).ToImmutableArray()),
        ("owners", tools.Owners.Select(pair => (object?)Object(("owner", pair.Key), ("instance", pair.Value))).ToImmutableArray()));

    private static ImmutableDictionary<string, object?> Folders(FleetLayout layout) => Object(
        ("home", layout.TildeForm(layout.MosaicHome)),
        ("state", layout.TildeForm(layout.StateFolder)),
        ("personal", layout.TildeForm(layout.PersonalHome)),
        ("unit_home", UnitForm(layout.MosaicHome, layout, UnitPathEncoder.Path)),
        ("unit_personal", UnitForm(layout.PersonalHome, layout, UnitPathEncoder.Path)),
        ("exec_home", UnitForm(layout.MosaicHome, layout, UnitExecEncoder.Part)));

    private static ImmutableDictionary<string, object?> Agent(AgentDefinition agent) => Object(
        ("name", agent.Name),
        ("runtime", agent.Runtime.Name),
        ("class", agent.Class),
        ("model_hint", agent.ModelHint),
        ("persistent_persona", Word(agent.PersistentPersona)),
        ("reset_between_tasks", agent.ResetBetweenTasks),
        ("working_directory", agent.WorkingDirectory),
        ("command", agent.Command),
        ("reset_command", agent.ResetCommand),
        ("submit_key", agent.Runtime.Dialogue.SubmitKey),
        ("submit_delay_seconds", agent.Runtime.Dialogue.SubmitDelay.TotalSeconds),
        ("ready_pattern", agent.Runtime.Dialogue.ReadyPattern),
        ("idle_pattern", agent.Runtime.Dialogue.IdlePattern),
        ("busy_pattern", agent.Runtime.Dialogue.BusyPattern),
        ("queued_pattern", agent.Runtime.Dialogue.QueuedPattern),
        ("skill_mode", agent.Runtime.Skills?.Mode),
        ("forced_skills", agent.Runtime.Skills?.Force is { } skills ? string.Join(':', skills) : null),
        ("kickstart", agent.Kickstart),
        ("kickstart_template", agent.KickstartTemplate),
        ("enabled", agent.Enabled),
        ("restart", Word(agent.Restart)),
        ("restart_delay_seconds", agent.RestartDelay.TotalSeconds),
        ("environment", agent.Environment.Select(pair => (object?)Object(("key", pair.Key), ("value", pair.Value))).ToImmutableArray()),
        ("limits", Object(("memory", agent.Limits.Memory), ("cpu", agent.Limits.Cpu), ("tasks", agent.Limits.Tasks))));

    private static ImmutableDictionary<string, object?> BuiltInRuntime(BuiltInRuntime runtime) => Object(
        ("name", runtime.Name),
        ("idle_pattern", runtime.IdlePattern),
        ("queued_pattern", runtime.QueuedPattern));

    // systemd.unit(5), SPECIFIERS: %h is the user's home directory, so the unit is the same on every host.
    private static string UnitForm(AbsolutePath path, FleetLayout layout, Func<string, string> encode) =>
        path.IsBelow(layout.Home) ? $"%h{encode($"/{path.RelativeTo(layout.Home)}")}" : encode(path.Value);

    private static string Word(PersonaPersistence persistence) => persistence switch
    {
        PersonaPersistence.None => "false",
        PersonaPersistence.Semi => "semi",
        PersonaPersistence.Full => "true",
        _ => throw new ArgumentOutOfRangeException(nameof(persistence)),
    };

    private static string Word(RestartPolicy policy) => policy switch
    {
        RestartPolicy.No => "no",
        RestartPolicy.OnFailure => "on-failure",
        RestartPolicy.Always => "always",
        _ => throw new ArgumentOutOfRangeException(nameof(policy)),
    };

    /// <summary>An object of the templates' language.</summary>
    public static ImmutableDictionary<string, object?> Object(params (string Name, object? Value)[] members)
    {
        var builder = ImmutableDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            builder.Add(name, value);
        }

        return builder.ToImmutable();
    }
}
