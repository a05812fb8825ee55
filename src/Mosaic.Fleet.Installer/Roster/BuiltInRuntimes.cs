using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The runtimes that every roster has; each of their keys can be overridden under <c>runtimes</c>.</summary>
internal static class BuiltInRuntimes
{
    // Pi and Codex call a fresh start /new; bash stands in for an agent's program on a host that has none. The patterns
    // are what the screens of Claude Code 2.1, Codex 0.169 and Pi 0.73 showed.
    private static readonly (string Name, string? Command, string ResetCommand, string? QueuedPattern)[] s_all =
    [
        ("claude", null, "/clear", "Press up to edit queued messages"),
        ("codex", null, "/new", "Messages to be submitted after next tool call"),
        ("pi", null, "/new", "Steering: "),
        ("shell", "bash -i", "clear", null),
    ];

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. s_all.Select(runtime => runtime.Name)];

    /// <summary>Each with what its screen shows while it holds a text; null when that is not known.</summary>
    public static ImmutableArray<(string Name, string? QueuedPattern)> All { get; } = [.. s_all.Select(runtime => (runtime.Name, runtime.QueuedPattern))];

    /// <summary>What holds of a runtime before any file speaks: for one of the user's own, <c>mosaic yolo NAME</c> starts it.</summary>
    /// <param name="name">The runtime's name.</param>
    public static MappingValue For(string name)
    {
        var (_, command, resetCommand, queuedPattern) = s_all.FirstOrDefault(runtime => runtime.Name == name);
        var settings = ImmutableArray.Create<ISetting>(
            new Setting<string>(RuntimeKeys.Command.Name, command ?? $"mosaic yolo {name}", Origin: null),
            new Setting<string>(RuntimeKeys.ResetCommand.Name, resetCommand ?? "", Origin: null));
        return new MappingValue(
            queuedPattern is null ? settings : settings.Add(new Setting<string>(RuntimeKeys.QueuedPattern.Name, queuedPattern, Origin: null)));
    }
}
