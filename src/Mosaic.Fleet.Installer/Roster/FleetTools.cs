using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The tools that agents have besides the fleet's own commands, and what those tools need to know.</summary>
/// <param name="Suites">The chosen ones of <see cref="ToolSuites"/>, each once.</param>
/// <param name="Logins">By an owner on Gitea, the login of tea that sees the owner's repositories.</param>
/// <param name="Instances">The servers of Woodpecker.</param>
/// <param name="Owners">By an owner, the name of the instance that runs the pipelines of the owner's repositories.</param>
internal sealed record FleetTools(
    ImmutableArray<string> Suites,
    ImmutableArray<KeyValuePair<string, string>> Logins,
    ImmutableArray<WoodpeckerInstance> Instances,
    ImmutableArray<KeyValuePair<string, string>> Owners);
