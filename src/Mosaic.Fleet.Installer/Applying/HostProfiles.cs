using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Profiles;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The profiles that can be named on this host.</summary>
internal static class HostProfiles
{
    /// <summary>Opens the catalogue; nothing is read before a profile is asked for.</summary>
    /// <param name="layout">Where the user's own profiles lie; null when nobody knows.</param>
    /// <param name="folder">The folder of <c>--profile-path</c>, which comes first; null for none.</param>
    public static ProfileCatalogue Open(FleetLayout? layout, AbsolutePath? folder) => new(
        [.. new[] { folder?.Value, layout?.ProfileFolder.Value }.OfType<string>()],
        file => InstalledFiles.ReadBytes(AbsolutePath.From(file), SourceTextDecoder.MaximumBytes));
}
