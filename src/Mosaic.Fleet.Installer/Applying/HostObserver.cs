using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Finds out what an agent needs to know of this host.</summary>
internal static class HostObserver
{
    private const string SystemSearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private const string FallbackLocale = "C.UTF-8";
    private static readonly string[] IdentityVariables = ["USER", "LOGNAME"];
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];
    private static readonly TimeSpan LoginLimit = TimeSpan.FromSeconds(10);

    /// <summary>The start-up files of login shells: when one changes, PATH may have changed.</summary>
    private static readonly string[] StartupFiles =
    [
        ".profile", ".bash_profile", ".bash_login", ".bashrc", ".zshenv", ".zprofile", ".zshrc", ".zlogin", ".config/fish/config.fish",
    ];

    /// <summary>The files on which <see cref="Observe"/> depends.</summary>
    public static IEnumerable<AbsolutePath> Inputs(FleetLayout layout) =>
        StartupFiles.Select(name => layout.Home / name).Append(AbsolutePath.From("/etc/profile")).Append(AbsolutePath.From("/etc/environment"));

    /// <summary>
    /// Observes the host. PATH is always that of the login shell, which is the same whoever calls; locale and
    /// TMUX_TMPDIR stay as they were recorded, since another TMUX_TMPDIR would hide a running fleet.
    /// </summary>
    /// <param name="variables">The caller's environment.</param>
    /// <param name="layout">Where things belong.</param>
    /// <param name="recorded">What an earlier run found; null for none.</param>
    public static HostFacts Observe(IReadOnlyDictionary<string, string> variables, FleetLayout layout, HostFacts? recorded)
    {
        var login = LoginEnvironment(variables, layout);
        return new HostFacts(
            login.TryGetValue("PATH", out var path) ? SearchPath(path, layout)
                : recorded?.SearchPath ?? SearchPath(variables.GetValueOrDefault("PATH", SystemSearchPath), layout),
            recorded?.Locale ?? Locale(variables) ?? Locale(login) ?? FallbackLocale,
            recorded?.TmuxTemporaryFolder ?? TemporaryFolder(variables));
    }

    /// <summary>PATH of the user's login shell, the fleet's commands first; null when the shell does not say it.</summary>
    /// <param name="variables">The caller's environment.</param>
    /// <param name="layout">Where things belong.</param>
    public static string? LoginSearchPath(IReadOnlyDictionary<string, string> variables, FleetLayout layout) =>
        LoginEnvironment(variables, layout).TryGetValue("PATH", out var path) ? SearchPath(path, layout) : null;

    // nvm and npm add themselves in files that only an interactive shell reads, hence -i; setsid keeps that shell
    // from taking the terminal; the value of TMUX keeps start-up files from starting a tmux of their own.
    private static Dictionary<string, string> LoginEnvironment(IReadOnlyDictionary<string, string> variables, FleetLayout layout)
    {
        var shell = variables.GetValueOrDefault("SHELL", "/bin/sh");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = layout.Home.Value,
            ["SHELL"] = shell,
            ["PATH"] = SystemSearchPath,
            ["TERM"] = "dumb",
            ["TMUX"] = "/dev/null,0,0",
        };
        foreach (var name in IdentityVariables)
        {
            if (variables.TryGetValue(name, out var value))
            {
                environment[name] = value;
            }
        }

        var result = Programs.Collect(["setsid", "--wait", shell, "-l", "-i", "-c", "/usr/bin/env"], LoginLimit, environment);
        return result.Output.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0], parts => parts[1], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }

    private static string SearchPath(string path, FleetLayout layout) =>
        string.Join(':', path.Split(':').Where(IsUsable).Prepend(layout.CommandFolder.Value).Distinct(StringComparer.Ordinal));

    private static string? Locale(IReadOnlyDictionary<string, string> variables) =>
        LocaleVariables
            .Select(name => variables.GetValueOrDefault(name, string.Empty))
            .FirstOrDefault(value => value.Length > 0) is { } locale
        && (locale.EndsWith(".UTF-8", StringComparison.OrdinalIgnoreCase) || locale.EndsWith(".utf8", StringComparison.OrdinalIgnoreCase))
            ? locale
            : null;

    private static string TemporaryFolder(IReadOnlyDictionary<string, string> variables) =>
        variables.TryGetValue("TMUX_TMPDIR", out var folder) && IsUsable(folder) ? folder : "/tmp";

    private static bool IsUsable(string path) => Path.IsPathRooted(path) && !path.Any(char.IsControl);
}
