namespace Mosaic.Fleet.Installer.Layout;

/// <summary>The names of the fleet's systemd user units.</summary>
internal static class UnitNames
{
    /// <summary>Wants every enabled agent; wanted by <c>default.target</c>.</summary>
    public const string FleetTarget = "mosaic-fleet.target";
}
