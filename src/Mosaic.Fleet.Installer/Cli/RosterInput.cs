using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Profiles;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The roster that a verb reads and does not install.</summary>
/// <param name="Name">The file as messages name it, or <c>-</c> for standard input.</param>
/// <param name="Content">Its bytes; of a file that is too large, one more than is allowed.</param>
/// <param name="Profiles">What it may extend.</param>
/// <param name="Layout">Where things belong on this host; null without HOME, which a roster that was named does without.</param>
/// <param name="Record">What earlier runs recorded; null without HOME.</param>
internal sealed record RosterInput(string Name, byte[] Content, ProfileCatalogue Profiles, FleetLayout? Layout, InstallationRecord? Record)
{
    /// <summary>Reads it.</summary>
    /// <param name="file">What the person named: a file, <c>-</c> for standard input, or null for the roster that is installed.</param>
    /// <param name="profilePath">The folder of <c>--profile-path</c>; null for the one that is remembered.</param>
    /// <exception cref="InstallationException">There is none, or it cannot be read.</exception>
    public static RosterInput Read(string? file, string? profilePath)
    {
        var variables = ProcessEnvironment.Read();
        var layout = file is not null && !variables.ContainsKey("HOME") ? null : FleetLayout.Locate(variables);
        var record = layout is null ? null : InstalledFiles.ReadRecord(layout);
        var profiles = HostProfiles.Open(layout, CommonOptions.Path(profilePath) ?? record?.ProfilePath);
        if (file == "-")
        {
            using var input = Console.OpenStandardInput();
            return new RosterInput(file, InstalledFiles.ReadBytes(input, SourceTextDecoder.MaximumBytes), profiles, layout, record);
        }

        var place = file is null ? record!.PlaceOfRoster(layout!) : AbsolutePath.From(Path.GetFullPath(file));
        var content = InstalledFiles.ReadBytes(place, SourceTextDecoder.MaximumBytes) ?? throw InstallationErrors.NoRoster(place.Value);
        return new RosterInput(file ?? place.Value, content, profiles, layout, record);
    }
}
