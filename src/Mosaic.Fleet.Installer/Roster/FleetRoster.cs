using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A roster that was read, validated and resolved: every agent carries its effective values.</summary>
/// <param name="Transport">The transport's name; <c>tools/transport/NAME.sh</c> carries messages.</param>
/// <param name="Logging">Whether what each agent's terminal prints is kept.</param>
/// <param name="Tmux">The fleet's tmux server.</param>
/// <param name="Agents">The agents, in the order of the file.</param>
internal sealed record FleetRoster(string Transport, bool Logging, TmuxSettings Tmux, ImmutableArray<AgentDefinition> Agents);
