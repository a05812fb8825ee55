namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Whether the user's manager runs without a login.</summary>
internal enum LingerState
{
    /// <summary>From boot to shutdown.</summary>
    On,

    /// <summary>From the first login to the last logout.</summary>
    Off,

    /// <summary>There is no logind that could say.</summary>
    NoLogind,

    /// <summary>logind did not answer.</summary>
    Unknown,
}
