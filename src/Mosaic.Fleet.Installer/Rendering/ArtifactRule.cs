using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>One row of an artifact table.</summary>
/// <param name="Scope">How often it is made.</param>
/// <param name="Mode">Permission bits of the output.</param>
/// <param name="Template">Path of a template; rendered when it ends in <c>.sbn</c>, else copied.</param>
/// <param name="Output">Path below <c>mosaic/</c> or <c>units/</c>; <c>&lt;name&gt;</c> stands for the agent's name.</param>
/// <param name="Place">Where the table names the output.</param>
internal sealed record ArtifactRule(ArtifactScope Scope, UnixFileMode Mode, string Template, string Output, SourceSpan Place)
{
    /// <summary>What stands for the agent's name in an output.</summary>
    public const string NamePlaceholder = "<name>";

    /// <summary>Whether it stands in a table of the user's.</summary>
    public bool IsOfUser { get; init; }

    /// <summary>The suite of tools that it belongs to, one of <see cref="Roster.ToolSuites"/>; null when it is made for every fleet.</summary>
    public string? Suite { get; init; }

    /// <summary>Whether it is made once an agent.</summary>
    public bool IsPerAgent => Scope is ArtifactScope.Agent or ArtifactScope.AgentUnit;

    /// <summary>Whether only systemd reads it.</summary>
    public bool IsUnit => Scope is ArtifactScope.Unit or ArtifactScope.AgentUnit;

    /// <summary>The output for one agent.</summary>
    public string OutputFor(string agentName) => Output.Replace(NamePlaceholder, agentName, StringComparison.Ordinal);
}
