using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Layout;

/// <summary>Where everything of one user's fleet lies: the only place that names directories.</summary>
internal sealed record FleetLayout
{
    private const string LocalEnvironment = ".local.env";

    // No user has this home directory: it stands for that of any user.
    private static readonly AbsolutePath AnyHome = AbsolutePath.From("/~");

    /// <summary>The user's home directory.</summary>
    public required AbsolutePath Home { get; init; }

    /// <summary><c>$MOSAIC_HOME</c>, by default <c>~/.config/mosaic</c>: the roster and what is made from it.</summary>
    public required AbsolutePath MosaicHome { get; init; }

    /// <summary>Where <c>host.env</c> and the user's own env files lie: <see cref="MosaicHome"/>, unless that serves every user of a host.</summary>
    public required AbsolutePath PersonalHome { get; init; }

    /// <summary>Where the user manager looks for the user's units.</summary>
    public required AbsolutePath UnitFolder { get; init; }

    /// <summary>What the tool and the commands remember: manifest, locks, run-time state.</summary>
    public required AbsolutePath StateFolder { get; init; }

    /// <summary>The roster, unless <c>--roster</c> named another file.</summary>
    public AbsolutePath DefaultRoster => MosaicHome / "fleet/roster.yaml";

    /// <summary>The user's own profiles.</summary>
    public AbsolutePath ProfileFolder => MosaicHome / "fleet/profiles";

    /// <summary>The user's own templates.</summary>
    public AbsolutePath TemplateFolder => MosaicHome / "fleet/templates";

    /// <summary>The JSON Schema of rosters, which an editor finds beside the roster.</summary>
    public AbsolutePath RosterSchema => MosaicHome / "fleet/roster.schema.json";

    /// <summary>The agents of the roster, for commands to list: a line each, the name first.</summary>
    public AbsolutePath AgentTable => MosaicHome / "fleet/agents.table";

    /// <summary>What every command of the fleet reads.</summary>
    public AbsolutePath FleetEnvironment => MosaicHome / "fleet/fleet.env";

    /// <summary>What agents need to know of this host.</summary>
    public AbsolutePath HostEnvironment => PersonalHome / "fleet/host.env";

    /// <summary>What was installed last: lines of mode, SHA-256 and path.</summary>
    public AbsolutePath Manifest => StateFolder / "manifest";

    /// <summary>The choices that later runs keep to.</summary>
    public AbsolutePath InstallationRecord => StateFolder / "installation";

    /// <summary>What all inputs and outputs looked like after the last complete run.</summary>
    public AbsolutePath Fingerprint => StateFolder / "fingerprint";

    /// <summary>There while systemd has yet to read changed units.</summary>
    public AbsolutePath ReloadPending => StateFolder / "reload-pending";

    /// <summary>Held while a run changes anything.</summary>
    public AbsolutePath Lock => StateFolder / "lock";

    /// <summary>There while a run changes things, and after one that was interrupted.</summary>
    public AbsolutePath Journal => StateFolder / "journal";

    /// <summary>The process id of the fleet's tmux server; there while it runs, or has died without being stopped.</summary>
    public AbsolutePath ServerPid => StateFolder / "run/server.pid";

    /// <summary>The bytes of files that generations wrote or displaced, each named by its SHA-256.</summary>
    public AbsolutePath Objects => StateFolder / "objects";

    /// <summary>A folder an installation that changed something, named by its number.</summary>
    public AbsolutePath Generations => StateFolder / "generations";

    /// <summary>The folders that the tool made, one a line: those that were there before it are never removed.</summary>
    public AbsolutePath MadeFolders => StateFolder / "folders";

    /// <summary>Folders of ours: below them no symbolic link is followed, and what is left empty is removed.</summary>
    public IReadOnlyList<AbsolutePath> OwnFolders => [MosaicHome, UnitFolder, StateFolder.Parent];

    /// <summary>The generated commands that people call.</summary>
    public AbsolutePath CommandFolder => MosaicHome / "bin";

    /// <summary>An env file an agent, and the user's own <c>*.local.env</c>.</summary>
    public AbsolutePath AgentFolder => MosaicHome / "fleet/agents";

    /// <summary>A program a transport, ours and the user's own.</summary>
    public AbsolutePath TransportFolder => MosaicHome / "tools/transport";

    /// <summary>The folders in which every file is of the tool's making, but for the transports of the user's own.</summary>
    public IReadOnlyList<AbsolutePath> FoldersOfOurs => [CommandFolder, MosaicHome / "tools", MosaicHome / "skills/mosaic-tools", MosaicHome / "fleet/kickstart"];

    /// <summary>The link that makes the fleet start at boot, as <c>systemctl --user enable</c> makes it.</summary>
    public AbsolutePath EnablementLink => UnitFolder / $"default.target.wants/{UnitNames.FleetTarget}";

    /// <summary>Finds the folders from MOSAIC_HOME and the XDG Base Directory variables.</summary>
    /// <param name="variables">The caller's environment.</param>
    /// <exception cref="InstallationException">HOME or MOSAIC_HOME is missing or unusable.</exception>
    public static FleetLayout Locate(IReadOnlyDictionary<string, string> variables)
    {
        var home = Required(variables, "HOME");
        var configuration = XdgFolder(variables, "XDG_CONFIG_HOME", home / ".config");
        var mosaic = variables.ContainsKey("MOSAIC_HOME") ? Required(variables, "MOSAIC_HOME") : configuration / "mosaic";
        return new FleetLayout
        {
            Home = home,
            MosaicHome = mosaic,
            PersonalHome = mosaic,
            UnitFolder = configuration / "systemd/user",
            StateFolder = XdgFolder(variables, "XDG_STATE_HOME", home / ".local/state") / "mosaic/fleet",
        };
    }

    /// <summary>The folders of a fleet that is made for other hosts: in the home directory of any user, or below a prefix for all users.</summary>
    /// <param name="prefix">As <c>/usr</c>: files go to <c>share/mosaic</c> and <c>lib/systemd/user</c> below it; null for the home directory.</param>
    public static FleetLayout Elsewhere(AbsolutePath? prefix)
    {
        var home = Locate(new Dictionary<string, string> { ["HOME"] = AnyHome.Value });
        return prefix is null ? home : home with { MosaicHome = prefix / "share/mosaic", UnitFolder = prefix / "lib/systemd/user" };
    }

    /// <summary>Turns an output of the artifact table, <c>mosaic/…</c> or <c>units/…</c>, into its place on this host.</summary>
    public AbsolutePath Resolve(string output) => output.Split('/', 2) switch
    {
        ["mosaic", var relative] => MosaicHome / relative,
        ["units", var relative] => UnitFolder / relative,
        _ => throw new ArgumentException($"'{output}' begins with neither 'mosaic/' nor 'units/'", nameof(output)),
    };

    /// <summary>Whether a file of the tool's making can lie there: in a folder of the fleet, and under no name that is the user's.</summary>
    public bool MayBeOurs(AbsolutePath path) =>
        path.IsBelow(UnitFolder)
        || (path.IsBelow(MosaicHome)
            && path != DefaultRoster
            && !path.IsBelow(ProfileFolder)
            && !path.IsBelow(TemplateFolder)
            && !(path.Parent == AgentFolder && path.Name.EndsWith(LocalEnvironment, StringComparison.Ordinal)));

    /// <summary>The agent whose env file this is; null for any other path, <c>*.local.env</c> among them.</summary>
    public string? AgentOf(AbsolutePath path) =>
        path.Parent == AgentFolder && path.Name.EndsWith(".env", StringComparison.Ordinal) && !path.Name.EndsWith(LocalEnvironment, StringComparison.Ordinal)
            ? path.Name[..^".env".Length]
            : null;

    /// <summary>The agent that a file is made for, its env file, kickstart or drop-in; null for any other path.</summary>
    public string? AgentServedBy(AbsolutePath path)
    {
        const string Unit = "mosaic-agent@";
        const string DropIns = ".service.d";
        return AgentOf(path)
            ?? (path.Parent == MosaicHome / "fleet/kickstart" && path.Name.EndsWith(".md", StringComparison.Ordinal) ? path.Name[..^".md".Length]
            : path.Parent.Parent == UnitFolder && path.Parent.Name.StartsWith(Unit, StringComparison.Ordinal) && path.Parent.Name.EndsWith(DropIns, StringComparison.Ordinal)
                ? path.Parent.Name[Unit.Length..^DropIns.Length]
            : null);
    }

    /// <summary>The form that is the same on every host: <c>~/…</c> below the home directory, else the path itself.</summary>
    public string TildeForm(AbsolutePath path) => path.IsBelow(Home) ? $"~/{path.RelativeTo(Home)}" : path.Value;

    // The XDG Base Directory Specification: a relative value is to be ignored.
    private static AbsolutePath XdgFolder(IReadOnlyDictionary<string, string> variables, string name, AbsolutePath otherwise) =>
        variables.TryGetValue(name, out var value) && Path.IsPathRooted(value) ? Checked(name, value) : otherwise;

    private static AbsolutePath Required(IReadOnlyDictionary<string, string> variables, string name)
    {
        if (!variables.TryGetValue(name, out var value) || value.Length == 0)
        {
            throw InstallationErrors.VariableIsNotSet(name);
        }

        return Path.IsPathRooted(value) ? Checked(name, value) : throw InstallationErrors.VariableIsNotAbsolute(name, value);
    }

    // The manifest has one path a line, and units and env files could not carry such a path either.
    private static AbsolutePath Checked(string name, string value) =>
        value.Any(char.IsControl) ? throw InstallationErrors.VariableHasControlCharacters(name) : AbsolutePath.From(value);
}
