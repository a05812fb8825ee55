namespace Mosaic.Fleet.Installer.Applying.Verification;

/// <summary>How what stands at a path compares with what the manifest says of it.</summary>
internal enum ContentStatus
{
    /// <summary>The bytes are those that we wrote.</summary>
    Same,

    /// <summary>The bytes are others.</summary>
    Modified,

    /// <summary>Nothing stands there.</summary>
    Missing,

    /// <summary>A link, a folder or another thing that is no regular file stands there, or above it a link.</summary>
    Replaced,

    /// <summary>It cannot be read, so that nobody knows.</summary>
    Unreadable,

    /// <summary>The manifest does not know it, and it lies in a folder that the tool alone fills.</summary>
    Extra,
}
