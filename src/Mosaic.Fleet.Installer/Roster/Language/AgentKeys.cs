using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of an agent; <c>defaults</c> takes all but the name.</summary>
internal static class AgentKeys
{
    /// <summary><c>name</c></summary>
    public static readonly Key<string> Name = new("name", new NameKind("an agent's name"),
        "The agent's name, which is its tmux session's and its unit's instance. Unique, also when case is ignored.")
    { IsRequired = true };

    /// <summary><c>runtime</c></summary>
    public static readonly Key<string> Runtime = new Key<string>("runtime", new NameKind("a runtime's name"),
        "The program that the agent runs: claude, codex, pi, shell, or one of your own `runtimes`.").WithDefault("claude");

    /// <summary><c>class</c></summary>
    public static readonly Key<string> Class = new Key<string>("class", new NameKind("a class"),
        "The agent's part in the fleet, a free word: orchestrator, implementer, reviewer, canary…").WithDefault("");

    /// <summary><c>model_hint</c></summary>
    public static readonly Key<string> ModelHint = new Key<string>("model_hint", new TextKind { AllowsEmpty = true },
        "Which model is meant: a note for people and for the agent's program.").WithDefault("");

    /// <summary><c>persistent_persona</c></summary>
    public static readonly Key<PersonaPersistence> PersistentPersona = new Key<PersonaPersistence>("persistent_persona",
        new ChoiceKind<PersonaPersistence>(
            new("true", PersonaPersistence.Full), new("semi", PersonaPersistence.Semi), new("false", PersonaPersistence.None)),
        "Whether the agent keeps its persona between tasks.").WithDefault(PersonaPersistence.None);

    /// <summary><c>reset_between_tasks</c></summary>
    public static readonly Key<bool> ResetBetweenTasks = new Key<bool>("reset_between_tasks", TrueOrFalse.Kind,
        "Whether the agent starts each task afresh.").WithDefault(false);

    /// <summary><c>working_directory</c></summary>
    public static readonly Key<string> WorkingDirectory = new Key<string>("working_directory", new PathKind("directory", "~/src"),
        "Where the agent works: an absolute path, or one that begins with `~/`.").WithDefault("~");

    /// <summary><c>env</c></summary>
    public static readonly Key<ImmutableArray<Setting<string>>> Environment = new("env",
        new DictionaryKind<string>("variables", new VariableNameKind(),
            new TextKind { AllowsEmpty = true, AllowsLines = true, AllowsNumbers = true }),
        "Variables of the agent's environment. Those of `defaults` hold too, unless the agent gives another value. Secrets belong in fleet/agents/NAME.local.env.");

    /// <summary><c>limits</c></summary>
    public static readonly Key<MappingValue> Limits = new("limits", LimitKeys.Kind,
        "Limits on all processes of the agent together. They hold where systemd runs the fleet.");

    /// <summary><c>enabled</c></summary>
    public static readonly Key<bool> Enabled = new Key<bool>("enabled", TrueOrFalse.Kind,
        "Whether the agent starts with the fleet and at boot.").WithDefault(true);

    /// <summary><c>restart</c></summary>
    public static readonly Key<RestartPolicy> Restart = new Key<RestartPolicy>("restart",
        new ChoiceKind<RestartPolicy>(
            new("always", RestartPolicy.Always), new("on-failure", RestartPolicy.OnFailure), new("no", RestartPolicy.No)),
        "When the agent is started again after its program ended.").WithDefault(RestartPolicy.Always);

    /// <summary><c>restart_delay</c></summary>
    public static readonly Key<TimeSpan> RestartDelay = new Key<TimeSpan>("restart_delay", new DurationKind(),
        "How long a restart waits, as systemd.time(7) writes it: `5s`, `1min 30s`.").WithDefault(TimeSpan.FromSeconds(5));

    /// <summary><c>kickstart</c></summary>
    public static readonly Key<string> Kickstart = new("kickstart", new TextKind { AllowsLines = true },
        "The first message that the agent gets after each start and reset.");

    /// <summary><c>kickstart_template</c></summary>
    public static readonly Key<string> KickstartTemplate = new("kickstart_template", new TemplateNameKind(),
        "The same from a template, which sees the agent and the whole fleet. Give one of the two.");

    /// <summary><c>remove</c></summary>
    public static readonly Key<bool> Remove = new("remove", TrueOrFalse.Kind,
        "With `extends`: `true` takes the agent of this name out of the fleet.");

    /// <summary>The keys of <c>defaults</c>: all but the name.</summary>
    public static readonly MappingKind Defaults = new("`defaults`",
        Runtime, Class, ModelHint, PersistentPersona, ResetBetweenTasks, WorkingDirectory, RuntimeKeys.Command,
        RuntimeKeys.ResetCommand, Environment, Kickstart, KickstartTemplate, Limits, Enabled, Restart, RestartDelay);

    /// <summary>The keys of an agent.</summary>
    public static readonly MappingKind Kind = new("an agent", [Name, .. Defaults.Keys, Remove]);
}
