using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Documents;

/// <summary>The repository that the tests were built from.</summary>
internal static class Checkout
{
    private static readonly TimeSpan CopyLimit = TimeSpan.FromMinutes(5);

    /// <summary>Its folder.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Copies what a fresh clone would hold to <c>~/checkout</c>.</summary>
    public static void CopyTo(Host host) => Copy(host, """
        mkdir "$2/checkout"
        git -C "$1" ls-files -z --cached --others --exclude-standard | tar -C "$1" --null -T - -c | tar -C "$2/checkout" -x
        """, Folder);

    /// <summary>Copies the packages that were restored already, so that none is asked for.</summary>
    public static void CopyRestoredPackagesTo(Host host) => Copy(
        host,
        """
        mkdir "$2/.nuget"
        [[ ! -d $1 ]] || cp -R "$1" "$2/.nuget/packages"
        """,
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages"));

    private static void Copy(Host host, string script, string from) =>
        Command.Run(["bash", "-c", $"set -euo pipefail\n{script}", "copy", from, host.Outside(".")], string.Empty, CopyLimit).ShouldExit(0);

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mosaic.Fleet.Installer.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the tests run outside the repository");
        }

        return folder;
    }
}
