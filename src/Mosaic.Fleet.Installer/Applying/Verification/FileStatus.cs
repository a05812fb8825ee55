using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Verification;

/// <summary>One file of the manifest, or one that the manifest does not know.</summary>
/// <param name="Path">The file.</param>
/// <param name="Content">How its bytes compare.</param>
/// <param name="WrittenMode">The permissions that we gave it; null for an extra file.</param>
/// <param name="FoundMode">The permissions that it has; null where they cannot be compared.</param>
internal sealed record FileStatus(AbsolutePath Path, ContentStatus Content, UnixFileMode? WrittenMode = null, UnixFileMode? FoundMode = null)
{
    /// <summary>Whether its permissions are others than those that we gave it.</summary>
    public bool HasOtherMode => FoundMode is not null && FoundMode != WrittenMode;

    /// <summary>Whether anything differs.</summary>
    public bool Differs => Content != ContentStatus.Same || HasOtherMode;
}
