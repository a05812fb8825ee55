namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Compares the PATHs of the login shell, of the fleet, and of the user manager.</summary>
internal static class SearchPathChecks
{
    /// <summary>The recorded PATH against the login shell's, and the manager's.</summary>
    public static IEnumerable<Finding> Examine(ExaminedHost host) => [ExamineRecorded(host), ExamineManager(host)];

    private static Finding ExamineRecorded(ExaminedHost host)
    {
        const string Check = "PATH";
        return host.LoginSearchPath is not { } login ? Finding.Unknown(Check, $"your login shell, {host.Variables.GetValueOrDefault("SHELL", "/bin/sh")}, did not say its PATH")
            : host.Record.Facts is not { } recorded ? Finding.Ok(Check, $"of your login shell: {login}")
            : recorded.SearchPath == login ? Finding.Ok(Check, "agents have that of your login shell")
            : Finding.Warning(Check, $"agents have {recorded.SearchPath}, and your login shell has {login}", "agents do not find what you find", "mosaic-fleet-install");
    }

    private static Finding ExamineManager(ExaminedHost host)
    {
        const string Check = "PATH of systemd";
        if (!host.Manager.IsRunning)
        {
            return Finding.NotApplicable(Check, "no user manager runs");
        }

        var environment = Probe.Ask([.. host.Manager.Systemctl("show-environment")]);
        if (environment?.Split('\n').FirstOrDefault(line => line.StartsWith("PATH=", StringComparison.Ordinal)) is not { } line)
        {
            return Finding.Unknown(Check, "the user manager did not say its PATH");
        }

        var path = line["PATH=".Length..];
        return Probe.FindProgram("bash", path) is null
                ? Finding.Error(Check, path, "the units need bash on it", "systemctl --user set-environment PATH=/usr/local/bin:/usr/bin:/bin")
            : path == host.LoginSearchPath ? Finding.Ok(Check, "that of your login shell")
            : Finding.Ok(Check, $"{path} (agents have that of your login shell, whatever this is)");
    }
}
