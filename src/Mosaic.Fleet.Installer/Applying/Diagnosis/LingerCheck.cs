namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at whether the user's units live without a login.</summary>
internal static class LingerCheck
{
    private const string Check = "linger";

    /// <summary>Asks logind.</summary>
    public static Finding Examine(ExaminedHost host) => Lingering.Observe() switch
    {
        LingerState.On => Finding.Ok(Check, $"on for {host.UserName}"),
        LingerState.NoLogind => Finding.NotApplicable(Check, "logind does not run here, so that no logout ends anything"),
        LingerState.Unknown => Finding.Unknown(Check, "loginctl did not say"),
        _ when !host.Record.WithUnits => Finding.NotApplicable(Check, "off, and installed with --no-systemd"),
        _ => Finding.Warning(Check, $"off for {host.UserName}", "agents end when you log out, and do not start at boot", "mosaic-fleet-install --enable-linger"),
    };
}
