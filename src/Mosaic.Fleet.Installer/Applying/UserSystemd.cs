using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The user's systemd manager, found by its socket.</summary>
/// <param name="RuntimeFolder">XDG_RUNTIME_DIR of the user.</param>
internal sealed record UserSystemd(AbsolutePath RuntimeFolder)
{
    /// <summary>The socket that <c>systemctl --user</c> talks to without a bus.</summary>
    public AbsolutePath Socket => RuntimeFolder / "systemd/private";

    /// <summary>Whether a manager runs.</summary>
    public bool IsRunning => File.Exists(Socket.Value);

    /// <summary>Finds the user's manager; su and sudo leave XDG_RUNTIME_DIR unset or another user's.</summary>
    /// <param name="variables">The caller's environment.</param>
    public static UserSystemd Find(IReadOnlyDictionary<string, string> variables) =>
        new(variables.TryGetValue("XDG_RUNTIME_DIR", out var folder) && Path.IsPathRooted(folder)
            ? AbsolutePath.From(folder)
            : AbsolutePath.From($"/run/user/{LinuxCalls.EffectiveUserId()}"));

    /// <summary>The command line of <c>systemctl --user</c> for this manager.</summary>
    public IReadOnlyList<string> Systemctl(params IEnumerable<string> arguments) =>
        ["env", $"XDG_RUNTIME_DIR={RuntimeFolder}", "systemctl", "--user", .. arguments];
}
