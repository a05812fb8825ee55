using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>One file that comes, changes or goes.</summary>
/// <param name="Path">The file.</param>
/// <param name="Before">What stands there now; if anything else does when its turn comes, nothing is changed.</param>
/// <param name="Mode">Permission bits of the new version.</param>
/// <param name="Content">The new version; null when the file goes.</param>
internal sealed record FileChange(AbsolutePath Path, InstalledFile Before, UnixFileMode Mode, ReadOnlyMemory<byte>? Content)
{
    /// <summary>What stands there afterwards.</summary>
    public InstalledFile After { get; } = Content is { } content
        ? new InstalledFile(InstalledFileKind.File, Mode, InstalledFiles.Hash(content.Span))
        : new InstalledFile(InstalledFileKind.Absent);
}
