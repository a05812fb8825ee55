namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Why a run ended without doing what was asked; each kind has an exit code of its own.</summary>
internal enum FailureKind
{
    /// <summary>Going on would overwrite what the user wrote.</summary>
    Conflict,

    /// <summary>The command line asks for something that does not exist.</summary>
    Usage,

    /// <summary>The roster, profile or a template is wrong.</summary>
    BadInput,

    /// <summary>A program that the fleet needs is missing or too old.</summary>
    ProgramIsMissing,

    /// <summary>A file or folder of ours cannot be made.</summary>
    CannotWrite,

    /// <summary>Reading or writing failed half-way: disk full, I/O error.</summary>
    InputOutput,

    /// <summary>Another run is at work.</summary>
    Locked,

    /// <summary>The environment is unusable: HOME unset, and the like.</summary>
    BadEnvironment,
}
