using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of a whole roster: the root of the language.</summary>
internal static class RosterKeys
{
    /// <summary><c>version</c></summary>
    public static readonly Key<int> Version = new("version", new VersionKind(),
        "The version of the roster language: 1.")
    { IsRequired = true };

    /// <summary><c>extends</c></summary>
    public static readonly Key<string> Extends = new("extends", new NameKind("a profile's name"),
        "The profile that this file adds to: what it does not say is as there.");

    /// <summary><c>transport</c></summary>
    public static readonly Key<string> Transport = new Key<string>("transport",
        new NameKind("a transport's name"),
        "What carries messages to agents: `tmux`, or the name of a program of your own, `tools/transport/NAME.sh`.").WithDefault("tmux");

    /// <summary><c>logging</c></summary>
    public static readonly Key<bool> Logging = new Key<bool>("logging", TrueOrFalse.Kind,
        "Whether what each agent's terminal prints is kept, for `mosaic fleet logs`.").WithDefault(false);

    /// <summary><c>tmux</c></summary>
    public static readonly Key<MappingValue> Tmux = new("tmux", TmuxKeys.Kind,
        "The tmux server that the fleet owns.");

    /// <summary><c>tools</c></summary>
    public static readonly Key<ImmutableArray<string>> Tools = new("tools",
        new ListKind<string>("tool suites", new ChoiceKind<string>([.. ToolSuites.All.Select(suite => new Choice<string>(suite, suite))])) { AllowsEmpty = true },
        "The suites of further tools that agents get: `git`, `woodpecker`. Without it, none.");

    /// <summary><c>gitea</c></summary>
    public static readonly Key<MappingValue> Gitea = new("gitea", GiteaKeys.Kind,
        "What the tools of the suite `git` need to know of Gitea.");

    /// <summary><c>woodpecker</c></summary>
    public static readonly Key<MappingValue> Woodpecker = new("woodpecker", WoodpeckerKeys.Kind,
        "What the tools of the suite `woodpecker` need to know of its servers.");

    /// <summary><c>defaults</c></summary>
    public static readonly Key<MappingValue> Defaults = new("defaults", AgentKeys.Defaults,
        "Values for every agent that does not say otherwise: any key of an agent but its name.");

    /// <summary><c>runtimes</c></summary>
    public static readonly Key<ImmutableArray<Setting<MappingValue>>> Runtimes = new("runtimes",
        new DictionaryKind<MappingValue>("runtimes", new NameKind("a runtime's name"), RuntimeKeys.Kind),
        "The programs that agents run. claude, codex, pi and shell are built in; change them here, or add your own.");

    /// <summary><c>agents</c></summary>
    public static readonly Key<ImmutableArray<MappingValue>> Agents = new("agents",
        new ListKind<MappingValue>("agents", AgentKeys.Kind),
        "The agents of the fleet, in the order in which they are shown.")
    { IsRequired = true };

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("a roster",
        Version, Extends, Transport, Logging, Tmux, Tools, Gitea, Woodpecker, Defaults, Runtimes, Agents);
}
