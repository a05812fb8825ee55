namespace Mosaic.Fleet.Installer.Layout;

/// <summary>The names of the fleet's systemd user units.</summary>
internal static class UnitNames
{
    /// <summary>Wants every enabled agent; wanted by <c>default.target</c>.</summary>
    public const string FleetTarget = "mosaic-fleet.target";

    /// <summary>Owns the tmux server.</summary>
    public const string Holder = "mosaic-tmux-holder.service";

    /// <summary>Delivers the messages that wait for agents.</summary>
    public const string Courier = "mosaic-courier.service";

    /// <summary>The units of all agents, as systemctl takes a pattern.</summary>
    public const string EveryAgent = "mosaic-agent@*.service";

    /// <summary>Whether a folder of this name holds the drop-ins of one agent's unit.</summary>
    public static bool IsAgentDropInFolder(string name) =>
        name.StartsWith("mosaic-agent@", StringComparison.Ordinal) && name.EndsWith(".service.d", StringComparison.Ordinal);
}
