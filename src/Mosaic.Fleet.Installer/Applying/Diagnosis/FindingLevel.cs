namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>How good or bad a finding is.</summary>
internal enum FindingLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>This host has no such thing, and the fleet does without it.</summary>
    NotApplicable,

    /// <summary>It could not be found out.</summary>
    Unknown,

    /// <summary>The fleet works, but less well than it could.</summary>
    Warning,

    /// <summary>The fleet does not work, or is not safe.</summary>
    Error,
}
