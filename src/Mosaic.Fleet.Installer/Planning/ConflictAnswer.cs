namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What is done where both the user and the roster changed a file.</summary>
internal enum ConflictAnswer
{
    /// <summary>The user's file stays, and our version counts as seen: it is asked again when ours changes again.</summary>
    Keep,

    /// <summary>Ours replaces it; the user's bytes are kept as an object.</summary>
    Overwrite,

    /// <summary>The user's file stays, and ours is written beside it.</summary>
    Sidecar,
}
