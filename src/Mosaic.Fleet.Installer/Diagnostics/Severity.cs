namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>How bad a diagnostic is.</summary>
internal enum Severity
{
    /// <summary>It works, but is probably not what was meant.</summary>
    Warning,

    /// <summary>Nothing is installed.</summary>
    Error,
}
