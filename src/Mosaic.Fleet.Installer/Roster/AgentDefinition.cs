using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>One agent with its effective values: built-in &lt; defaults &lt; runtime &lt; agent.</summary>
internal sealed record AgentDefinition
{
    /// <summary>The agent's name, its session's name and its unit's instance: <c>[A-Za-z0-9_][A-Za-z0-9_-]{0,63}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The program that it runs and how that program is talked to.</summary>
    public required RuntimeDefinition Runtime { get; init; }

    /// <summary>A free word: <c>orchestrator</c>, <c>implementer</c>, <c>canary</c>…; empty when none was given.</summary>
    public required string Class { get; init; }

    /// <summary>A hint for people which model is meant; empty when none was given.</summary>
    public required string ModelHint { get; init; }

    /// <summary>Whether the agent keeps its persona between tasks.</summary>
    public required PersonaPersistence PersistentPersona { get; init; }

    /// <summary>Whether the agent is reset between tasks.</summary>
    public required bool ResetBetweenTasks { get; init; }

    /// <summary>Where the agent works: absolute, or beginning with <c>~/</c>, or <c>~</c>.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The shell command that starts the agent's program.</summary>
    public required string Command { get; init; }

    /// <summary>What is typed into the agent's program for a fresh start, as <c>/clear</c>; empty when it knows nothing of the kind.</summary>
    public required string ResetCommand { get; init; }

    /// <summary>Variables of the agent's own environment, those of <c>defaults</c> first.</summary>
    public required ImmutableArray<KeyValuePair<string, string>> Environment { get; init; }

    /// <summary>The agent's first message, as text; empty when none was given.</summary>
    public required string Kickstart { get; init; }

    /// <summary>The template of its first message; null when none was given.</summary>
    public required string? KickstartTemplate { get; init; }

    /// <summary>Limits on the agent's process tree.</summary>
    public required ResourceLimits Limits { get; init; }

    /// <summary>When systemd starts the agent again after its program ended.</summary>
    public required RestartPolicy Restart { get; init; }

    /// <summary>How long a restart waits.</summary>
    public required TimeSpan RestartDelay { get; init; }

    /// <summary>Whether the agent starts with the fleet and at boot.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Where the roster says what the agent expects of its host; null when its name could not be read.</summary>
    public AgentOrigins? Origins { get; init; }
}
