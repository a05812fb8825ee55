namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What stands at an artifact's place.</summary>
internal enum InstalledFileKind
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A link, a directory, a socket, a device: nothing that we made.</summary>
    Other,
}
