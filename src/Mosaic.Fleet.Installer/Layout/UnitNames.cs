namespace Mosaic.Fleet.Installer.Layout;

/// <summary>The names of the fleet's systemd user units.</summary>
internal static class UnitNames
{
    /// <summary>Wants every enabled agent; wanted by <c>default.target</c>.</summary>
    public const string FleetTarget = "mosaic-fleet.target";

    /// <summary>Whether a folder of this name holds the drop-ins of one agent's unit.</summary>
    public static bool IsAgentDropInFolder(string name) =>
        name.StartsWith("mosaic-agent@", StringComparison.Ordinal) && name.EndsWith(".service.d", StringComparison.Ordinal);
}
