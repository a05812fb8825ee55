using Mosaic.Fleet.Installer.EndToEndTests.Documents;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>The tool as its users have it: packed and installed by <c>install.sh</c>, once for all tests, and again when its sources changed.</summary>
internal static class PackedTool
{
    private static readonly TimeSpan PackLimit = TimeSpan.FromMinutes(45);

    private static readonly string[] Sources = ["src", "templates", "profiles", "install.sh", "docs/icon.png", "LICENSE", "Directory.Build.props", "Directory.Packages.props"];

    // Below it, "tool" and "feed".
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The folder that <c>mosaic-fleet-install</c> is in, with all that it needs.</summary>
    public static string Folder => Path.Combine(Installed.Value, "tool");

    /// <summary>The folder of the packages that it was installed from.</summary>
    public static string Feed => Path.Combine(Installed.Value, "feed");

    private static string Install()
    {
        var kept = Path.Combine(AppContext.BaseDirectory, "packed-tool");
        if (Directory.Exists(kept) && Directory.GetLastWriteTimeUtc(kept) > LastChange())
        {
            return kept;
        }

        var began = DateTime.UtcNow;
        var fresh = Directory.CreateTempSubdirectory("mosaic-packed-tool-").FullName;
        Command.Run(
            [Path.Combine(Checkout.Folder, "install.sh"), "--tool-path", $"{fresh}/tool", "--feed", $"{fresh}/feed", "--version"],
            string.Empty,
            PackLimit).ShouldExit(0);
        Command.Run(["sh", "-c", "rm -rf \"$2\" && cp -R \"$1\" \"$2\" && rm -r \"$1\"", "keep", fresh, kept], string.Empty, PackLimit).ShouldExit(0);
        // What changes while it is packed belongs to the next.
        Directory.SetLastWriteTimeUtc(kept, began);
        return kept;
    }

    // A folder changes when a file of it goes.
    private static DateTime LastChange() => Sources
        .Select(source => Path.Combine(Checkout.Folder, source))
        .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path, "*", SearchOption.AllDirectories).Append(path) : [path])
        .Where(path => Path.GetRelativePath(Checkout.Folder, path).Split('/') is not ["src", _, "bin" or "obj", ..])
        .Select(File.GetLastWriteTimeUtc)
        .Max();
}
