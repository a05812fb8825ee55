using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Profiles;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The roster's place on this host, and what was read there.</summary>
/// <param name="Place">The file.</param>
/// <param name="Content">Its bytes; null when there is none. Of one over the limit, enough to see that it is.</param>
internal sealed record InstalledRoster(AbsolutePath Place, byte[]? Content)
{
    /// <summary>Reads what is there.</summary>
    /// <exception cref="InstallationException">It is a directory or cannot be read.</exception>
    public static InstalledRoster Read(AbsolutePath place) => new(place, InstalledFiles.ReadBytes(place, SourceTextDecoder.MaximumBytes));

    /// <summary>What is written there; null when it stays as it is.</summary>
    /// <param name="selection">The roster that the run works from.</param>
    /// <exception cref="InstallationException">Another program has changed the file meanwhile.</exception>
    public PlannedRoster? Replace(RosterSelection selection) => selection.IsWritten
        ? new PlannedRoster(
            Place,
            InstalledFiles.ObserveUnchanged(Place, Content),
            selection.Content,
            selection.ReplacesEdited ? InstalledFiles.FreeNameBeside(Place) : null)
        : null;
}
