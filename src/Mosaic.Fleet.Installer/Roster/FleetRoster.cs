using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A roster that was read, validated and resolved: every agent carries its effective values.</summary>
/// <param name="Transport">The transport's name; <c>tools/transport/NAME.sh</c> carries messages.</param>
/// <param name="Logging">Whether what each agent's terminal prints is kept.</param>
/// <param name="Tmux">The fleet's tmux server.</param>
/// <param name="Tools">The tools that the agents have besides.</param>
/// <param name="Agents">The agents, in the order of the file.</param>
internal sealed record FleetRoster(string Transport, bool Logging, TmuxSettings Tmux, FleetTools Tools, ImmutableArray<AgentDefinition> Agents)
{
    /// <summary>Where the roster names its transport; null when it does not.</summary>
    public SourceSpan? TransportOrigin { get; init; }
}
