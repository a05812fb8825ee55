using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Compatibility;

/// <summary>Commands of a fleet, copied to a host that has no fleet.</summary>
internal static class CopiedCommand
{
    /// <summary>Makes a folder that holds the commands and nothing else.</summary>
    /// <param name="host">A host without a fleet.</param>
    /// <param name="folder">The new folder, relative to HOME.</param>
    /// <param name="commands">Paths below MOSAIC_HOME.</param>
    public static void Into(Host host, string folder, params string[] commands)
    {
        host.Run("env", "MOSAIC_HOME=/tmp/fleet", "XDG_STATE_HOME=/tmp/state",
            "DOTNET_ROOT=/run/dotnet", "/run/tool/mosaic-fleet-install", "--profile", "minimal", "--no-systemd").ShouldExit(0);
        host.Run("mkdir", folder).ShouldExit(0);
        host.Run(["cp", .. commands.Select(command => $"/tmp/fleet/{command}"), folder]).ShouldExit(0);
        host.Run("rm", "-r", "/tmp/fleet", "/tmp/state").ShouldExit(0);
    }
}
