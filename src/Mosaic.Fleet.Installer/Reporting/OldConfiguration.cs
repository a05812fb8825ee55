using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>What runs with files that are no longer those on the disk.</summary>
/// <param name="Agents">The names of agents, in the roster's order.</param>
/// <param name="OfServer">Whether the tmux server does, which all agents live on.</param>
internal sealed record OldConfiguration(ImmutableArray<string> Agents, bool OfServer)
{
    /// <summary>Nothing does, or nobody asked.</summary>
    public static OldConfiguration None { get; } = new([], OfServer: false);

    /// <summary>Whether the agents are about to be restarted.</summary>
    public bool IsRenewed { get; init; }
}
