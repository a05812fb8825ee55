using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The runtimes that every roster has; each of their keys can be overridden under <c>runtimes</c>.</summary>
internal static class BuiltInRuntimes
{
    // Pi and Codex call a fresh start /new; bash stands in for an agent's program on a host that has none.
    private static readonly (string Name, string? Command, string ResetCommand)[] s_all =
    [
        ("claude", null, "/clear"),
        ("codex", null, "/new"),
        ("pi", null, "/new"),
        ("shell", "bash -i", "clear"),
    ];

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. s_all.Select(runtime => runtime.Name)];

    /// <summary>What holds of a runtime before any file speaks: for one of the user's own, <c>mosaic yolo NAME</c> starts it.</summary>
    /// <param name="name">The runtime's name.</param>
    public static MappingValue For(string name)
    {
        var (_, command, resetCommand) = s_all.FirstOrDefault(runtime => runtime.Name == name);
        return new MappingValue(
        [
            new Setting<string>(RuntimeKeys.Command.Name, command ?? $"mosaic yolo {name}", Origin: null),
            new Setting<string>(RuntimeKeys.ResetCommand.Name, resetCommand ?? "", Origin: null),
        ]);
    }
}
