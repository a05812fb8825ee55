using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>Our version beside a file that the user keeps: a name that no unit, command or shell pattern of ours reads.</summary>
internal static class Sidecar
{
    private const string Suffix = ".mosaic-new";

    /// <summary>Where the sidecar of a file lies: <c>canary.env.mosaic-new</c>.</summary>
    public static AbsolutePath Beside(AbsolutePath file) => file.Parent / (file.Name + Suffix);

    /// <summary>The name of the file that it stands beside; null when it is no sidecar.</summary>
    public static string? Owner(AbsolutePath path) => path.Name.EndsWith(Suffix, StringComparison.Ordinal) ? path.Name[..^Suffix.Length] : null;
}
