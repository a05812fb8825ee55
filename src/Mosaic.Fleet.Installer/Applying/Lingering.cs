using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Whether logind keeps the user's manager without a login, loginctl(1).</summary>
internal static class Lingering
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Asks logind about the user who runs the tool.</summary>
    public static LingerState Observe()
    {
        // logind makes this folder when it starts.
        if (!Directory.Exists("/run/systemd/system") || !Directory.Exists("/run/systemd/seats"))
        {
            return LingerState.NoLogind;
        }

        var result = Programs.Collect(["env", "LC_ALL=C", "loginctl", "show-user", UserNumber, "--property=Linger"], Limit);
        return result.Output.Trim() switch
        {
            "Linger=yes" => LingerState.On,
            "Linger=no" => LingerState.Off,
            // logind knows only users who are logged in or linger; of others it says this.
            _ when result.ErrorOutput.Contains("not logged in or lingering", StringComparison.Ordinal) => LingerState.Off,
            _ when result.ErrorOutput.Contains("not been booted with systemd", StringComparison.Ordinal) => LingerState.NoLogind,
            _ => LingerState.Unknown,
        };
    }

    /// <summary>Turns it on.</summary>
    /// <param name="effects">The host.</param>
    /// <returns>Whether it was off before, so that it is our doing.</returns>
    /// <exception cref="InstallationException">There is no logind, or it refused.</exception>
    public static bool Enable(IEffects effects)
    {
        switch (Observe())
        {
            case LingerState.On:
                return false;
            case LingerState.NoLogind:
                throw InstallationErrors.NoLogind(Environment.UserName);
        }

        // The user is named: without a name loginctl takes the session's, which su keeps.
        var result = effects.Run(["env", "LC_ALL=C", "loginctl", "--no-ask-password", "enable-linger", UserNumber]);
        return result.Succeeded ? true : throw InstallationErrors.LingerWasRefused(Environment.UserName, $"{result.ErrorOutput}{result.Output}".Trim());
    }

    private static string UserNumber => LinuxCalls.EffectiveUserId().ToString(CultureInfo.InvariantCulture);
}
