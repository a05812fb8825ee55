using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Documents;

/// <summary>The repository that the tests were built from.</summary>
internal static class Checkout
{
    private static readonly TimeSpan CopyLimit = TimeSpan.FromMinutes(1);

    /// <summary>Its folder.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Copies what a fresh clone would hold to <c>~/checkout</c>, and the packages that were restored already.</summary>
    public static void CopyTo(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        Command.Run(
            [
                "bash", "-c",
                """
                set -euo pipefail
                mkdir -p "$2/checkout" "$2/.nuget"
                git -C "$1" ls-files -z --cached --others --exclude-standard | tar -C "$1" --null -T - -c | tar -C "$2/checkout" -x
                [[ ! -d $3 ]] || cp -R "$3" "$2/.nuget/packages"
                """,
                "copy", Folder, host.Outside("."), packages,
            ],
            string.Empty,
            CopyLimit).ShouldExit(0);
    }

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
