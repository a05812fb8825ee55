namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Whether an agent keeps its persona between tasks; <c>persistent_persona: true | semi | false</c>.</summary>
internal enum PersonaPersistence
{
    /// <summary><c>false</c></summary>
    None,

    /// <summary><c>semi</c></summary>
    Semi,

    /// <summary><c>true</c></summary>
    Full,
}
