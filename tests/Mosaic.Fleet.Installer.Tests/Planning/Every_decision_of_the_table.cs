using System.Globalization;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Cli;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Planning;

/// <summary>Runs each row of <c>tests/decisions.table</c> on real files, through the whole pipeline.</summary>
public sealed class Every_decision_of_the_table : IDisposable
{
    private const string UserText = "the user's own\n";
    private static readonly string s_file = TestFiles.Folder("tests/decisions.table");
    private static readonly string[] s_versions = ["A", "B"];
    private readonly Installation _installation = new();

    // Its file goes when it is closed.

    public static TheoryData<string> Rows => [.. File.ReadLines(s_file).Where(line => line.Length > 0 && line[0] != '#')];

    private AbsolutePath Subject => _installation.Layout.MosaicHome / "fleet/agents/one.env";

    [Theory]
    [MemberData(nameof(Rows))]
    public void Is_made_on_real_files(string row)
    {
        var cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (wrote, stands, wanted, option) = (cells[0], cells[1], cells[2], cells[3]);
        Write(wrote);
        Place(stands);
        WriteRoster(wanted);
        var before = Tree();

        var (exitCode, word) = Run(option);

        string.Join(' ', State(), Recorded(), exitCode.ToString(CultureInfo.InvariantCulture), word).ShouldBe(string.Join(' ', cells[4..]));
        if (exitCode == ExitCode.Conflict)
        {
            Tree().ShouldBe(before);
            return;
        }

        // All is said and done: the next run asks nothing and writes nothing, even if it looks at every file.
        File.Delete(_installation.Layout.Fingerprint.Value);
        var after = Tree();
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);
        File.Delete(_installation.Layout.Fingerprint.Value);
        Tree().ShouldBe(after);
    }

    [Fact]
    public void Is_printed_on_its_page() =>
        File.ReadAllText(TestFiles.Folder("docs/conflicts.md")).ShouldContain($"```text\n{File.ReadAllText(s_file)}```\n");

    public void Dispose()
    {
        _installation.Dispose();
    }

    private void Write(string version)
    {
        // Both versions are made first, so that their bytes are known.
        foreach (var letter in version == "A" || version == "A/0640" ? (string[])["B", "A"] : ["A", "B", "-"])
        {
            WriteRoster(letter);
            _installation.Run();
            if (letter != "-")
            {
                File.Copy(Subject.Value, Known(letter), overwrite: true);
            }
        }

        if (version == "A/0640")
        {
            File.SetUnixFileMode(Subject.Value, Mode(version));
            var manifest = _installation.Layout.Manifest.Value;
            File.WriteAllLines(manifest, File.ReadAllLines(manifest).Select(line => line.EndsWith($" {Subject}", StringComparison.Ordinal) ? $"0640{line[4..]}" : line));
        }
    }

    private void Place(string state)
    {
        if (state == "-")
        {
            File.Delete(Subject.Value);
            return;
        }

        if (State() == state)
        {
            return;
        }

        File.Delete(Subject.Value);
        Directory.CreateDirectory(Subject.Parent.Value);
        switch (state)
        {
            case "link":
                File.CreateSymbolicLink(Subject.Value, "/etc/passwd");
                break;
            case "folder":
                Directory.CreateDirectory(Subject.Value);
                break;
            case "full":
                Directory.CreateDirectory(Subject.Value);
                File.WriteAllText((Subject / "mine").Value, UserText);
                break;
            case "pipe":
                Programs.Collect(["mkfifo", Subject.Value], TimeSpan.FromSeconds(10)).ExitCode.ShouldBe(0);
                break;
            default:
                File.WriteAllText(Subject.Value, state[0] == 'U' ? UserText : File.ReadAllText(Known(state)));
                File.SetUnixFileMode(Subject.Value, Mode(state));
                break;
        }
    }

    private (int ExitCode, string Word) Run(string option)
    {
        try
        {
            var report = _installation.Run(with: request => request with
            {
                Restore = option == "restore",
                Answers = ConflictAnswers.None with { ForAll = InstallOptions.Answer(option) },
            });
            return (report.Outcome == InstallOutcome.Conflict ? ExitCode.Conflict : ExitCode.Done,
                report.Files.SingleOrDefault(file => file.Path.EndsWith("/one.env", StringComparison.Ordinal))?.State ?? "-");
        }
        catch (InstallationException failure)
        {
            failure.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain(Subject.Value);
            return (ExitCode.Of(failure.Kind), "error");
        }
    }

    private void WriteRoster(string version)
    {
        Directory.CreateDirectory(_installation.Layout.DefaultRoster.Parent.Value);
        File.WriteAllText(
            _installation.Layout.DefaultRoster.Value,
            $"version: 1\ndefaults: {{ runtime: shell, working_directory: ~/src }}\nagents:\n  - name: two\n{(version == "-" ? "" : $"  - {{ name: one, model_hint: {version[0]} }}\n")}");
    }

    private string State()
    {
        var sidecar = InstalledFiles.Observe(Sidecar.Beside(Subject));
        return State(InstalledFiles.Observe(Subject)) + (sidecar.Kind == InstalledFileKind.Absent ? "" : $"+{State(sidecar)}");
    }

    private string State(InstalledFile file) => file.Kind switch
    {
        InstalledFileKind.Absent => "-",
        InstalledFileKind.Link => "link",
        InstalledFileKind.EmptyFolder => "folder",
        InstalledFileKind.Folder => "full",
        InstalledFileKind.Other => "pipe",
        _ => Version(file.Sha256, file.Mode),
    };

    private string Recorded() =>
        Manifest.Parse(File.ReadAllText(_installation.Layout.Manifest.Value), _installation.Layout.Manifest).GetValueOrDefault(Subject) is { } entry
            ? Version(entry.Sha256, entry.Mode)
            : "-";

    private string Version(string sha256, UnixFileMode mode)
    {
        var letter = s_versions.SingleOrDefault(letter => InstalledFiles.Observe(AbsolutePath.From(Known(letter))).Sha256 == sha256) ?? "U";
        return mode == Mode(letter) ? letter : $"{letter}/0640";
    }

    private static UnixFileMode Mode(string state) => UnixFileMode.UserRead | UnixFileMode.UserWrite | (state.EndsWith("0640", StringComparison.Ordinal) ? UnixFileMode.GroupRead : UnixFileMode.None);

    private string Known(string letter) => (_installation.Home / $"known-{letter[0]}").Value;

    // Kinds, modes, bytes and times of everything but the lock, which says who ran last.
    private List<string> Tree() =>
    [
        .. Directory.EnumerateFileSystemEntries(_installation.Home.Value, "*", SearchOption.AllDirectories)
            .Where(path => path != _installation.Layout.Lock.Value)
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} {InstalledFiles.Observe(AbsolutePath.From(path))} {(Directory.Exists(path) ? "" : File.GetLastWriteTimeUtc(path).Ticks)}"),
    ];
}
