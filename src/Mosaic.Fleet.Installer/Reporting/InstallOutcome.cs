namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>How a run ended.</summary>
internal enum InstallOutcome
{
    /// <summary>All was as the roster says already.</summary>
    Unchanged,

    /// <summary>Something was written.</summary>
    Installed,

    /// <summary>It was shown what would be done.</summary>
    Planned,

    /// <summary>Nothing was written, since it would have lost what the user wrote.</summary>
    Conflict,
}
