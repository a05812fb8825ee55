using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>Says why a file changes.</summary>
/// <param name="manifest">What we last wrote.</param>
/// <param name="read">The bytes of a regular file that stands there; null when it cannot be read.</param>
/// <param name="layout">Where things belong.</param>
/// <param name="leavesSystemd">Whether all units go.</param>
/// <param name="left">Agents that left the roster.</param>
internal sealed class ChangeCauses(
    ImmutableDictionary<AbsolutePath, ManifestEntry> manifest, Func<AbsolutePath, byte[]?> read, FleetLayout layout, bool leavesSystemd, ISet<string> left)
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Why all that an agent had goes.</summary>
    public static string AgentLeft(string agent) => $"agent {agent} left the roster";

    /// <summary>The cause, as a person would say it.</summary>
    /// <param name="file">A file to which something happens.</param>
    public string Of(PlannedFile file)
    {
        var agent = layout.AgentServedBy(file.Path);
        return file.Decision switch
        {
            FileDecision.Created when Sidecar.Owner(file.Path) is { } owner => $"--conflict sidecar: ours, beside your {owner}",
            FileDecision.Created when manifest.IsEmpty => "first install",
            FileDecision.Created when manifest.ContainsKey(file.Path) => "you deleted it, and --restore was given",
            FileDecision.Created when agent is not null && layout.AgentOf(file.Path) is null => $"agent {agent}: the roster asks for it now",
            FileDecision.Created when agent is not null => $"agent {agent} is new in the roster",
            FileDecision.Created => "the roster or this version of the tool asks for it now",
            FileDecision.Updated when layout.AgentOf(file.Path) is not null && ChangedValues(file) is { Count: > 0 } values => $"agent {agent}: {string.Join(", ", values)} changed in the roster",
            FileDecision.Updated when file.Path == layout.HostEnvironment && ChangedValues(file) is { Count: > 0 } values => $"this host has another {string.Join(", ", values)}",
            FileDecision.Updated when agent is not null => $"agent {agent}: changed in the roster",
            FileDecision.Updated => "rendered anew: the roster, a template or the tool changed",
            FileDecision.Overwritten => "you chose to overwrite yours, which is kept",
            FileDecision.ModeChanged => "its permissions are to be others",
            FileDecision.Removed when Sidecar.Owner(file.Path) is { } owner => $"nothing is open about {owner} any more",
            FileDecision.Removed when leavesSystemd && file.Path.IsBelow(layout.UnitFolder) => "--no-systemd was given",
            FileDecision.Removed when agent is not null && left.Contains(agent) => AgentLeft(agent),
            _ => "the roster asks for it no more",
        };
    }

    // Of an env file that is as we wrote it.
    private List<string> ChangedValues(PlannedFile file)
    {
        if (read(file.Path) is not { } bytes)
        {
            return [];
        }

        var before = Assignments(bytes);
        var after = Assignments(file.Artifact!.Content.Span);
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
                .Select(Key),
        ];
    }

    // The variable MOSAIC_AGENT_RESTART_DELAY is the key restart_delay of the roster.
    private static string Key(string variable) =>
        variable.StartsWith("MOSAIC_AGENT_", StringComparison.Ordinal) ? variable["MOSAIC_AGENT_".Length..].ToLowerInvariant()
        : variable == "MOSAIC_TMUX_SOCKET" ? "tmux.socket_name"
        : variable;

    // An assignment goes on to the line of the next one; a line within a value that looks like one does no harm here.
    private static Dictionary<string, string> Assignments(ReadOnlySpan<byte> content)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = string.Empty;
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var begins = equals > 0 && line.AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0;
            name = begins ? line[..equals] : name;
            if (name.Length > 0)
            {
                values[name] = begins ? line[(equals + 1)..] : $"{values[name]}\n{line}";
            }
        }

        return values;
    }
}
