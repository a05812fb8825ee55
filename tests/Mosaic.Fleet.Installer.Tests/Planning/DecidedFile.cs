using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Shouldly;

namespace Mosaic.Fleet.Installer.Tests.Planning;

/// <summary>The file that each row of <c>tests/decisions.table</c> is about, in the words of the table.</summary>
/// <param name="installation">The host.</param>
/// <param name="known">Holds the bytes of ours, as files <c>known-A</c> and <c>known-B</c>.</param>
internal sealed class DecidedFile(Installation installation, AbsolutePath known)
{
    private const string UserText = "the user's own\n";
    private static readonly string TablePath = TestFiles.Folder("tests/decisions.table");
    private static readonly string[] Versions = ["A", "B"];

    public static string Table => File.ReadAllText(TablePath);

    public static IEnumerable<string> Rows => File.ReadLines(TablePath).Where(line => line.Length > 0 && line[0] != '#');

    public AbsolutePath Path => installation.Layout.MosaicHome / "fleet/agents/one.env";

    public static string Roster(string version) =>
        $"version: 1\ndefaults: {{ runtime: shell, working_directory: ~/src }}\nagents:\n  - name: two\n{(version == "-" ? "" : $"  - {{ name: one, model_hint: {version[0]} }}\n")}";

    /// <summary>Keeps its bytes as those of a version of ours.</summary>
    public void Learn(string version) => File.Copy(Path.Value, Known(version), overwrite: true);

    /// <summary>Has it, and the manifest, as if we had written it with the mode 0640.</summary>
    public void OpenForGroup()
    {
        File.SetUnixFileMode(Path.Value, Mode("0640"));
        var manifest = installation.Layout.Manifest.Value;
        File.WriteAllLines(manifest, File.ReadAllLines(manifest).Select(line => line.EndsWith($" {Path}", StringComparison.Ordinal) ? $"0640{line[4..]}" : line));
    }

    /// <summary>Puts into its place what the table says stands there.</summary>
    public void Place(string state)
    {
        if (state == "-")
        {
            File.Delete(Path.Value);
            return;
        }

        if (State() == state)
        {
            return;
        }

        File.Delete(Path.Value);
        Directory.CreateDirectory(Path.Parent.Value);
        switch (state)
        {
            case "link":
                File.CreateSymbolicLink(Path.Value, "/etc/passwd");
                break;
            case "folder":
                Directory.CreateDirectory(Path.Value);
                break;
            case "full":
                Directory.CreateDirectory(Path.Value);
                File.WriteAllText((Path / "mine").Value, UserText);
                break;
            case "pipe":
                Programs.Collect(["mkfifo", Path.Value], TimeSpan.FromMinutes(1)).ExitCode.ShouldBe(0);
                break;
            default:
                File.WriteAllText(Path.Value, state[0] == 'U' ? UserText : File.ReadAllText(Known(state)));
                File.SetUnixFileMode(Path.Value, Mode(state));
                break;
        }
    }

    /// <summary>What stands in its place, and beside it.</summary>
    public string State()
    {
        var sidecar = InstalledFiles.Observe(Sidecar.Beside(Path));
        return State(InstalledFiles.Observe(Path)) + (sidecar.Kind == InstalledFileKind.Absent ? "" : $"+{State(sidecar)}");
    }

    /// <summary>Its line of the manifest.</summary>
    public string Recorded() =>
        Manifest.Parse(File.ReadAllText(installation.Layout.Manifest.Value), installation.Layout.Manifest).GetValueOrDefault(Path) is { } entry
            ? Version(entry.Sha256, entry.Mode)
            : "-";

    /// <summary>Kinds, modes, bytes and times of everything on the host but the lock, which says who ran last.</summary>
    public List<string> Tree() =>
    [
        .. Directory.EnumerateFileSystemEntries(installation.Home.Value, "*", SearchOption.AllDirectories)
            .Where(path => path != installation.Layout.Lock.Value)
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} {InstalledFiles.Observe(AbsolutePath.From(path))} {(Directory.Exists(path) ? "" : File.GetLastWriteTimeUtc(path).Ticks)}"),
    ];

    private string State(InstalledFile file) => file.Kind switch
    {
        InstalledFileKind.Absent => "-",
        InstalledFileKind.Link => "link",
        InstalledFileKind.EmptyFolder => "folder",
        InstalledFileKind.Folder => "full",
        InstalledFileKind.Other => "pipe",
        _ => Version(file.Sha256, file.Mode),
    };

    private string Version(string sha256, UnixFileMode mode)
    {
        var letter = Versions.SingleOrDefault(letter => InstalledFiles.Observe(AbsolutePath.From(Known(letter))).Sha256 == sha256) ?? "U";
        return mode == Mode(letter) ? letter : $"{letter}/0640";
    }

    private static UnixFileMode Mode(string state) => UnixFileMode.UserRead | UnixFileMode.UserWrite | (state.EndsWith("0640", StringComparison.Ordinal) ? UnixFileMode.GroupRead : UnixFileMode.None);

    private string Known(string letter) => (known / $"known-{letter[0]}").Value;
}
