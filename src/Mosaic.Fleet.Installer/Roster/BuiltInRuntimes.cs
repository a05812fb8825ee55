using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The runtimes that every roster has; each of their keys can be overridden under <c>runtimes</c>.</summary>
internal static class BuiltInRuntimes
{
    // Pi and Codex call a fresh start /new; bash stands in for an agent's program on a host that has none. The patterns
    // are what the screens of Claude Code 2.1, Codex 0.169 and Pi 0.73 showed: an empty composer has its cursor in column
    // 2, or, as Pi's, on a blank row below a rule.
    private static readonly BuiltInRuntime[] Runtimes =
    [
        new("claude", null, "/clear", "^2:", "Press up to edit queued messages"),
        new("codex", null, "/new", "^2:", "Messages to be submitted after next tool call"),
        new("pi", null, "/new", "^0:.(─)+$", "Steering: "),
        new("shell", "bash -i", "clear", null, null),
    ];

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Runtimes.Select(runtime => runtime.Name)];

    /// <summary>All of them, in the same order.</summary>
    public static ImmutableArray<BuiltInRuntime> All { get; } = [.. Runtimes];

    /// <summary>What holds of a runtime before any file speaks: for one of the user's own, <c>mosaic yolo NAME</c> starts it.</summary>
    /// <param name="name">The runtime's name.</param>
    public static MappingValue For(string name)
    {
        var known = Runtimes.FirstOrDefault(runtime => runtime.Name == name);
        var patterns = new[] { (Key: RuntimeKeys.IdlePattern, Value: known?.IdlePattern), (Key: RuntimeKeys.QueuedPattern, Value: known?.QueuedPattern) };
        return new MappingValue(
        [
            new Setting<string>(RuntimeKeys.Command.Name, known?.Command ?? $"mosaic yolo {name}", Origin: null),
            new Setting<string>(RuntimeKeys.ResetCommand.Name, known?.ResetCommand ?? "", Origin: null),
            .. patterns.Where(pattern => pattern.Value is not null).Select(pattern => new Setting<string>(pattern.Key.Name, pattern.Value!, Origin: null)),
        ]);
    }
}
