namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What a step does; the steps of a plan are in the order of these members.</summary>
internal enum PlanStepKind
{
    /// <summary>Stops an agent, or the whole fleet.</summary>
    Stop,

    /// <summary>Takes a unit out of what starts at boot.</summary>
    Disable,

    /// <summary>Moves the user's edited roster aside.</summary>
    Move,

    /// <summary>Puts a file in place.</summary>
    Write,

    /// <summary>Sets a file's permissions.</summary>
    ChangeMode,

    /// <summary>Deletes a file.</summary>
    Delete,

    /// <summary>Lets systemd read its units again.</summary>
    Reload,

    /// <summary>Makes a unit start at boot.</summary>
    Enable,

    /// <summary>Starts the fleet.</summary>
    Start,
}
