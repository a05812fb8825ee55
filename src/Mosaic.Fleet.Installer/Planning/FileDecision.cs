namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What is done with one file.</summary>
internal enum FileDecision
{
    /// <summary>It is as it should be.</summary>
    Unchanged,

    /// <summary>We did not make it, and it is exactly what we would have made: it is ours from now on.</summary>
    Adopted,

    /// <summary>It is written for the first time.</summary>
    Created,

    /// <summary>Our earlier version is replaced.</summary>
    Updated,

    /// <summary>Only its permissions are put right.</summary>
    ModeChanged,

    /// <summary>It belongs to nothing in the roster any more, and is deleted.</summary>
    Removed,

    /// <summary>The user deleted it before the roster did.</summary>
    Forgotten,

    /// <summary>The user edited it and our version did not change: it stays.</summary>
    KeptEdited,

    /// <summary>The user deleted it: it stays deleted.</summary>
    KeptDeleted,

    /// <summary>It belongs to nothing in the roster any more, but the user edited it: it stays.</summary>
    LeftBehind,

    /// <summary>Both changed it, and the user's stays as asked.</summary>
    KeptOnRequest,

    /// <summary>Both changed it, and ours replaces the user's as asked.</summary>
    Overwritten,

    /// <summary>Writing it would lose what the user wrote: nothing at all is written.</summary>
    Conflict,
}
