using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What is done with one file, and what it shall be.</summary>
/// <param name="Path">The file.</param>
/// <param name="Decision">What is done.</param>
/// <param name="Installed">What stood there when it was decided; whatever else stands there later is not touched.</param>
/// <param name="Artifact">What it shall be; null when the roster has no use for it.</param>
/// <param name="Manifest">The line that the manifest has afterwards; null for none.</param>
internal sealed record PlannedFile(AbsolutePath Path, FileDecision Decision, InstalledFile Installed, Artifact? Artifact, ManifestEntry? Manifest)
{
    /// <summary>Whether the file's bytes are put in place.</summary>
    public bool IsWritten => Decision is FileDecision.Created or FileDecision.Updated or FileDecision.Overwritten;

    /// <summary>Whether anything happens to it.</summary>
    public bool Changes => IsWritten || Decision is FileDecision.ModeChanged or FileDecision.Removed;
}
