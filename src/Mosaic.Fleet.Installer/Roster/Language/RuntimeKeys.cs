namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of one entry of <c>runtimes</c>. An agent may have each of them too and overrides its runtime.</summary>
internal static class RuntimeKeys
{
    /// <summary><c>command</c></summary>
    public static readonly Key<string> Command = new("command", new TextKind(),
        "The shell command that starts the agent's program. Without it: `mosaic yolo RUNTIME`.");

    /// <summary><c>reset_command</c></summary>
    public static readonly Key<string> ResetCommand = new("reset_command", new TextKind { AllowsEmpty = true },
        "What is typed into the program for a fresh start, as `/clear`. Empty when the program knows nothing of the kind.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("a runtime", Command, ResetCommand);
}
