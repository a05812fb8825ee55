using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>How many files a process may open (RLIMIT_NOFILE, getrlimit(2)): tmux beyond it hangs without a word.</summary>
internal static class FileLimit
{
    /// <summary>What a tmux server opens besides: its socket, and one for each client, of which some should be possible.</summary>
    private const int Besides = 100;

    /// <summary>The hard limit of this process, which its children can raise theirs to; null where the kernel does not say it.</summary>
    public static long? Hard { get; } = File.Exists("/proc/self/limits") ? Parse(File.ReadAllText("/proc/self/limits")) : null;

    /// <summary>Refuses a roster with more agents than one server can hold: each takes a terminal, and a pipe when it is logged.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="limit">How many files its server may open; null when nobody knows.</param>
    /// <exception cref="InstallationException">It has more.</exception>
    public static void Check(FleetRoster roster, long? limit)
    {
        var room = Math.Max(0, (limit - Besides) / (roster.Logging ? 2 : 1) ?? long.MaxValue);
        if (roster.Agents.Length > room)
        {
            var first = roster.Agents[(int)room];
            throw new InstallationException(
                FailureKind.BadInput, [RosterDiagnostics.TooManyAgents(first.Origins!.Command, first.Name, room, limit!.Value, roster.Agents.Length)]);
        }
    }

    /// <summary>Reads the hard limit of <c>Max open files</c> in <c>/proc/PID/limits</c> (proc(5)); null when there is none.</summary>
    internal static long? Parse(string limits) =>
        limits.Split('\n').FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[4], NumberStyles.None, CultureInfo.InvariantCulture, out var hard)
            ? hard
            : null;
}
