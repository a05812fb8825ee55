using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>Variables that an agent's <c>env</c> cannot set, each with its reason.</summary>
internal static class ReservedVariables
{
    private const string Fleet = "the fleet sets it itself";
    private const string Tmux = "tmux sets it, and the fleet's commands find their server by it";
    private const string Bash = "bash sets it and takes no other value";
    private const string Reading = "it changes how bash reads the files that set an agent's variables";
    private const string Systemd = "systemd sets it for the unit";

    /// <summary>The names; one that ends in <c>*</c> stands for all that begin so.</summary>
    public static readonly ImmutableArray<(string Name, string Reason)> All =
    [
        ("MOSAIC_AGENT_*", Fleet),
        ("MOSAIC_FLEET_*", Fleet),
        ("MOSAIC_HOLDER_*", Fleet),
        ("MOSAIC_TMUX_*", Fleet),
        ("MOSAIC_HOME", Fleet),
        ("MOSAIC_STATE_HOME", Fleet),
        ("MOSAIC_TRANSPORT", Fleet),
        ("TMUX", Tmux),
        ("TMUX_PANE", Tmux),
        ("TMUX_TMPDIR", Tmux),
        ("BASHOPTS", Bash),
        ("BASH_*", Reading),
        ("EUID", Bash),
        ("PPID", Bash),
        ("SHELLOPTS", Bash),
        ("UID", Bash),
        ("_", Bash),
        ("IFS", Reading),
        ("POSIXLY_CORRECT", Reading),
        ("INVOCATION_ID", Systemd),
        ("LISTEN_*", Systemd),
        ("NOTIFY_SOCKET", Systemd),
    ];

    /// <summary>The names as a regular expression of JSON Schema.</summary>
    public static string Pattern { get; } = $"^({string.Join('|', All.Select(variable => variable.Name.Replace("*", ".*", StringComparison.Ordinal)))})$";

    /// <summary>Why a variable is reserved; null when it is not.</summary>
    /// <param name="name">The variable's name.</param>
    public static string? ReasonFor(string name)
    {
        foreach (var (reserved, reason) in All)
        {
            if (reserved == name || (reserved[^1] == '*' && name.AsSpan().StartsWith(reserved.AsSpan(0, reserved.Length - 1))))
            {
                return reason;
            }
        }

        return null;
    }
}
