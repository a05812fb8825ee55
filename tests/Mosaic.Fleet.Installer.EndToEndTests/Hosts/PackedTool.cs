using Mosaic.Fleet.Installer.EndToEndTests.Documents;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>The tool as its users have it: packed and installed by <c>install.sh</c>, once for all tests.</summary>
internal static class PackedTool
{
    private static readonly TimeSpan PackLimit = TimeSpan.FromMinutes(6);

    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The folder that <c>mosaic-fleet-install</c> is in, with all that it needs.</summary>
    public static string Folder => Installed.Value;

    private static string Install()
    {
        var folder = Directory.CreateTempSubdirectory("mosaic-packed-tool-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Command.Run([Path.Combine(Checkout.Folder, "install.sh"), "--tool-path", folder, "--version"], string.Empty, PackLimit).ShouldExit(0);
        return folder;
    }
}
