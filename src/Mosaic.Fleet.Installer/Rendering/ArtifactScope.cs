namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>How often an artifact is made.</summary>
internal enum ArtifactScope
{
    /// <summary>Once: <c>fleet</c>.</summary>
    Fleet,

    /// <summary>Once an agent: <c>agent</c>.</summary>
    Agent,

    /// <summary>Once, for systemd: <c>unit</c>.</summary>
    Unit,

    /// <summary>Once an agent, for systemd: <c>agent-unit</c>.</summary>
    AgentUnit,
}
