namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of one entry of <c>runtimes</c>. An agent may give its own command and reset command.</summary>
internal static class RuntimeKeys
{
    /// <summary><c>command</c></summary>
    public static readonly Key<string> Command = new("command", new TextKind(),
        "The shell command that starts the agent's program. Without it: `mosaic yolo RUNTIME`.");

    /// <summary><c>reset_command</c></summary>
    public static readonly Key<string> ResetCommand = new("reset_command", new TextKind { AllowsEmpty = true },
        "What is typed into the program for a fresh start, as `/clear`. Empty when the program knows nothing of the kind.");

    /// <summary><c>submit_key</c></summary>
    public static readonly Key<string> SubmitKey = new Key<string>("submit_key", new TerminalKeyKind(),
        "The key that submits a text, as tmux names it: `Enter`, `C-j`, `M-Enter`.").WithDefault("Enter");

    /// <summary><c>submit_delay</c></summary>
    public static readonly Key<TimeSpan> SubmitDelay = new Key<TimeSpan>("submit_delay", new DurationKind(),
        "How long to wait between a text and that key, for a program that needs it.").WithDefault(TimeSpan.Zero);

    /// <summary><c>ready_pattern</c></summary>
    public static readonly Key<string> ReadyPattern = new("ready_pattern", new PatternKind(),
        "What the screen shows once the program takes texts, a regular expression as bash reads it. Without it: once its composer is drawn.");

    /// <summary><c>idle_pattern</c></summary>
    public static readonly Key<string> IdlePattern = new("idle_pattern", new PatternKind(),
        "What an empty composer looks like, a regular expression on `COLUMN:ROW` of the cursor and, behind a line feed, the row above. Without it: the end of a prompt, or a blank row.");

    /// <summary><c>busy_pattern</c></summary>
    public static readonly Key<string> BusyPattern = new("busy_pattern", new PatternKind(),
        "What the screen shows while the program works, a regular expression.");

    /// <summary><c>queued_pattern</c></summary>
    public static readonly Key<string> QueuedPattern = new("queued_pattern", new PatternKind(),
        "What the screen shows while the program holds a text until it is done with another, a regular expression.");

    /// <summary><c>skills</c></summary>
    public static readonly Key<MappingValue> Skills = new("skills", SkillKeys.Kind,
        "Which skills the program loads, for a launcher that reads MOSAIC_PI_SKILL_MODE and MOSAIC_PI_FORCE_SKILLS, as that of pi.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("a runtime",
        Command, ResetCommand, SubmitKey, SubmitDelay, ReadyPattern, IdlePattern, BusyPattern, QueuedPattern, Skills);
}
