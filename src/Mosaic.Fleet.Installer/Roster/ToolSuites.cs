using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The suites of tools that a roster can choose.</summary>
internal static class ToolSuites
{
    /// <summary>Issues and pull requests of a Gitea server.</summary>
    public const string Git = "git";

    /// <summary>Pipelines of a Woodpecker server.</summary>
    public const string Woodpecker = "woodpecker";

    /// <summary>All of them, in alphabetical order.</summary>
    public static ImmutableArray<string> All { get; } = [Git, Woodpecker];
}
