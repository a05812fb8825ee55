namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What stands at an artifact's place.</summary>
internal enum InstalledFileKind
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A symbolic link, wherever it leads.</summary>
    Link,

    /// <summary>A folder without anything in it.</summary>
    EmptyFolder,

    /// <summary>A folder with something in it, or one that cannot be read.</summary>
    Folder,

    /// <summary>A socket, a pipe, a device.</summary>
    Other,
}
