using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at XDG_RUNTIME_DIR, which su and sudo leave missing or another user's.</summary>
internal static class RuntimeFolderCheck
{
    private const string Variable = "XDG_RUNTIME_DIR";

    /// <summary>The user's own manager, also where the variable leads elsewhere.</summary>
    public static UserSystemd FindManager(IReadOnlyDictionary<string, string> variables)
    {
        var named = UserSystemd.Find(variables);
        return Probe.OwnerOf(named.RuntimeFolder.Value) is { } owner && owner != LinuxCalls.EffectiveUserId() ? new UserSystemd(UsualFolder) : named;
    }

    /// <summary>Whether the variable leads to the user's own folder.</summary>
    public static Finding Examine(ExaminedHost host)
    {
        const string Why = "commands that ask systemd by themselves do not find it";
        var hasUsual = Directory.Exists(UsualFolder.Value);
        var mend = hasUsual ? $"export {Variable}={UsualFolder}" : null;
        if (!host.Variables.TryGetValue(Variable, out var value) || value.Length == 0)
        {
            return hasUsual
                ? Finding.Warning(Variable, $"not set, as under su and sudo; the fleet's commands use {UsualFolder}", Why, mend)
                : Finding.NotApplicable(Variable, $"not set, and there is no {UsualFolder}");
        }

        if (!Path.IsPathRooted(value) || !Directory.Exists(value))
        {
            return hasUsual
                ? Finding.Error(Variable, $"{value}, which is no folder", "the fleet's commands would not find the user manager and run on tmux alone", mend)
                : Finding.Warning(Variable, $"{value}, which is no folder", Why, $"unset {Variable}");
        }

        return Probe.OwnerOf(value) is not { } owner ? Finding.Unknown(Variable, $"cannot find out to whom {value} belongs")
            : owner == host.UserId ? Finding.Ok(Variable, value)
            : Finding.Error(
                Variable, $"{value} belongs to user {owner}, and you are {host.UserName} ({host.UserId})",
                "the fleet's commands would not find your user manager and run on tmux alone", mend ?? $"unset {Variable}");
    }

    private static AbsolutePath UsualFolder => AbsolutePath.From($"/run/user/{LinuxCalls.EffectiveUserId()}");
}
