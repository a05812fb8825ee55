using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>A Linux host of a test's own: see <c>host.sh</c>. Disposing it kills everything on it.</summary>
internal sealed class Host : IDisposable
{
    /// <summary>How long a command or an awaited event may take before the test fails.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _life;
    private readonly Task<string> _firstProcess;
    private readonly StringBuilder _journal = new();

    private Host(HostKind kind, string? home)
    {
        User = kind is HostKind.RootWithUserManager or HostKind.RootWithoutUserManager ? "root" : "mosaic-test";
        Home = home ?? (User == "root" ? "/root" : $"/home/{User}");
        HasUserManager = kind is HostKind.RootWithUserManager or HostKind.UserWithUserManager;

        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        _life = Command.Start([
            Path.Combine(AppContext.BaseDirectory, "Hosts/host.sh"), User, Home, HasUserManager ? "user-manager" : "bare",
            PackedTool.Folder, dotnet, Path.Combine(Checkout.Folder, "tests/pi"),
        ]);
        _life.ErrorDataReceived += (_, line) => Note(line.Data);
        _life.BeginErrorReadLine();
        _firstProcess = _life.StandardOutput.ReadLineAsync().ContinueWith(line => line.Result ?? string.Empty, TaskScheduler.Default);
    }

    /// <summary>The name of the host's one user.</summary>
    public string User { get; }

    /// <summary>The user's home directory, empty at first.</summary>
    public string Home { get; }

    /// <summary>Whether a <c>systemd --user</c> runs.</summary>
    public bool HasUserManager { get; }

    /// <summary>What the user manager and its units have written so far, and the commands that the test ran.</summary>
    public string Journal
    {
        get
        {
            lock (_journal)
            {
                return _journal.ToString();
            }
        }
    }

    /// <summary>Starts a host. The test is skipped where none can be made, and fails there under <c>CI=true</c>.</summary>
    /// <param name="kind">Whose host it is, and what runs there.</param>
    /// <param name="home">An ordinary user's home directory, below <c>/home</c>; null for the usual one.</param>
    public static Host Start(HostKind kind, string? home = null)
    {
        Prerequisite.Check(Environment.IsPrivilegedProcess, "a host of the test's own needs root, to make its namespaces");
        Prerequisite.Program("nsenter");
        Prerequisite.Program("tmux");

        Prerequisite.Check(File.Exists("/usr/lib/systemd/user/dbus.socket"), "the user manager's bus, dbus-user-session, is not installed");

        var host = new Host(kind, home);
        if (!host._firstProcess.Wait(Limit) || host._firstProcess.Result.Length == 0)
        {
            host.Dispose();
            Assert.Fail($"the host did not come up:\n{host.Journal}");
        }

        return host;
    }

    /// <summary>The path by which the outside reaches a file of the host.</summary>
    /// <param name="path">Absolute, or relative to HOME.</param>
    public string Outside(string path) => $"/proc/{_firstProcess.Result}/root{Path.Combine(Home, path)}";

    /// <summary>Runs a command as the host's user, as after a fresh login.</summary>
    public CommandResult Run(params string[] command) => RunWithInput(string.Empty, command);

    /// <summary>Runs a bash script as the host's user.</summary>
    /// <param name="script">The script.</param>
    /// <param name="limit">How long it may take; <see cref="Limit"/> where nothing is said.</param>
    public CommandResult Shell(string script, TimeSpan? limit = null) => Run(string.Empty, limit ?? Limit, "bash", "-c", script);

    /// <summary>Runs a bash script as root, whoever the host's user is.</summary>
    public CommandResult ShellAsRoot(string script) =>
        Noted(() => Command.Run([.. Inside(), "env", "-i", "PATH=/usr/bin:/bin", "bash", "-c", script], string.Empty, Limit), script);

    /// <summary>Kills the user manager with SIGKILL.</summary>
    /// <param name="withUnits">Whether its units' processes go with it, as where a system manager clears up after it; else they stay.</param>
    public void KillUserManager(bool withUnits) =>
        ShellAsRoot($"pkill -KILL -u {User} -x systemd{(withUnits ? "; echo 1 >/sys/fs/cgroup/manager/cgroup.kill" : string.Empty)}").ShouldExit(0);

    /// <summary>Starts the user manager again; it is up, and has started its units, when this returns.</summary>
    public void StartUserManager() => ShellAsRoot($"/run/host.sh run_manager {User} '{Home}'").ShouldExit(0);

    /// <summary>Runs the installer as the host's user.</summary>
    public CommandResult Install(params string[] arguments) =>
        Run(["env", "DOTNET_ROOT=/run/dotnet", "/run/tool/mosaic-fleet-install", .. arguments]);

    /// <summary>Runs a command with something on its standard input.</summary>
    public CommandResult RunWithInput(string input, params string[] command) => Run(input, Limit, command);

    private CommandResult Run(string input, TimeSpan limit, params string[] command) =>
        Noted(() => Command.Run([.. Entrance(), .. command], input, limit), string.Join(' ', command));

    private CommandResult Noted(Func<CommandResult> run, string shown)
    {
        try
        {
            var result = run() with { Command = shown };
            Note(result.ToString());
            return result;
        }
        catch (TimeoutException slow)
        {
            throw new TimeoutException($"{slow.Message}\n{Journal}");
        }
    }

    /// <summary>Writes a file as the host's user, and the folders above it.</summary>
    /// <param name="path">Absolute, or relative to HOME.</param>
    /// <param name="text">The whole content.</param>
    public void Write(string path, string text) =>
        RunWithInput(text, "bash", "-c", "mkdir -p \"$(dirname \"$1\")\" && cat >\"$1\"", "bash", path).ShouldExit(0);

    /// <summary>The whole text of a file of the host, a leading byte order mark included.</summary>
    /// <param name="path">Absolute, or relative to HOME.</param>
    public string Read(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(Outside(path)));

    /// <summary>Waits for an event, looking every few tens of milliseconds, and half of the time at most: others need the processors, too.</summary>
    /// <param name="what">The event, to be named when it does not come.</param>
    /// <param name="happened">Whether it has happened.</param>
    /// <param name="limit">How long to wait; <see cref="Limit"/> where nothing is said.</param>
    public void WaitUntil(string what, Func<bool> happened, TimeSpan? limit = null)
    {
        var elapsed = Stopwatch.StartNew();
        var look = Stopwatch.StartNew();
        while (!happened())
        {
            if (elapsed.Elapsed > (limit ?? Limit))
            {
                throw new TimeoutException($"{what}: not within {(limit ?? Limit).TotalSeconds} s\n{Journal}");
            }

            Thread.Sleep((int)Math.Clamp(look.ElapsedMilliseconds, 30, 1000));
            look.Restart();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _life.StandardInput.Close();
        if (!_life.WaitForExit(Limit))
        {
            _life.Kill(entireProcessTree: true);
        }

        // Shown when the test failed; the end tells most.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', Journal.Split('\n').TakeLast(200)));
        _life.Dispose();
    }

    private void Note(string? line)
    {
        lock (_journal)
        {
            _journal.AppendLine(line);
        }
    }

    private string[] Inside() =>
        ["nsenter", "--target", _firstProcess.Result, "--mount", "--pid", "--cgroup", "--wd=" + Outside(Home)];

    private string[] Entrance() =>
    [
        .. Inside(),
        // The kernel takes 0 for the writing process itself.
        "sh", "-c", "echo 0 >/sys/fs/cgroup/session/cgroup.procs && exec \"$@\"", "sh",
        "setpriv", "--reuid", User, "--regid", User, "--init-groups",
        // Whoever started the tests may have had signals ignored, Ctrl-C's for one.
        "env", "--default-signal", "-i", $"HOME={Home}", $"USER={User}", $"LOGNAME={User}", "SHELL=/bin/bash", "TERM=xterm-256color", "LANG=C.UTF-8",
        $"PATH={Home}/.config/mosaic/bin:/usr/local/bin:/usr/bin:/bin",
        .. HasUserManager ? ManagerVariables() : [],
        .. PackageVariables(),
    ];

    // How this machine reaches packages is no part of what is tested.
    private static IEnumerable<string> PackageVariables() =>
        from System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables()
        let name = (string)variable.Key
        where name.StartsWith("NUGET_", StringComparison.Ordinal) && name != "NUGET_PACKAGES"
            || name.StartsWith("DOTNET_", StringComparison.Ordinal)
            || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("SSL_CERT_", StringComparison.Ordinal)
        select $"{name}={variable.Value}";

    private string[] ManagerVariables()
    {
        var folder = User == "root" ? "/run/user/0" : "/run/user/4242";
        return [$"XDG_RUNTIME_DIR={folder}", $"DBUS_SESSION_BUS_ADDRESS=unix:path={folder}/bus"];
    }
}
