using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying.Committing;

public sealed class FileCommitTests : IDisposable
{
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _home = new();
    private readonly AbsolutePath _own;
    private readonly FleetLayout _layout;
    private readonly LinuxEffects _effects = new();
    private readonly OwnFolders _folders;
    private readonly FileCommit _commit;

    public FileCommitTests()
    {
        _layout = FleetLayout.Locate(new Dictionary<string, string> { ["HOME"] = _home.Path.Value });
        _own = _layout.MosaicHome;
        _folders = new OwnFolders(_effects, _layout.OwnFolders);
        _folders.Create(_layout.StateFolder);
        var fleet = new FleetControl(_effects, _layout, new UserSystemd(_home.Path / "no-manager"));
        _commit = new FileCommit(_effects, _folders, _layout.Journal, fleet, new GenerationStore(_effects, _layout));
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Nothing_is_in_place_while_objects_are_kept_and_all_of_it_afterwards()
    {
        Run([New("a", "1"), New("deep/b", "2")], () => File.Exists((_own / "a").Value).ShouldBeFalse());

        Files().ShouldBe(new SortedDictionary<string, string> { ["a"] = "1", ["deep/b"] = "2" });
        File.Exists(_layout.Journal.Value).ShouldBeFalse();
    }

    [Fact]
    public void A_file_has_its_final_permissions_and_folders_of_ours_are_private()
    {
        Run([New("deep/script", "x", (UnixFileMode)0x1ED)]);

        File.GetUnixFileMode((_own / "deep/script").Value).ShouldBe((UnixFileMode)0x1ED);
        File.GetUnixFileMode((_own / "deep").Value).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Files_come_change_and_go_and_an_empty_folder_of_ours_goes_too()
    {
        Run([New("a", "1"), New("deep/deeper/b", "2")]);

        Run([Next("a", "3"), Gone("deep/deeper/b")]);

        Files().ShouldBe(new SortedDictionary<string, string> { ["a"] = "3" });
        Directory.Exists((_own / "deep").Value).ShouldBeFalse();
    }

    [Fact]
    public void A_failure_before_the_commit_leaves_all_as_before()
    {
        Run([New("a", "1")]);

        Should.Throw<InstallationException>(() => Run([Next("a", "2"), New("deep/b", "2")], () => throw InstallationErrors.ChangedMeanwhile("x")));

        Files().ShouldBe(new SortedDictionary<string, string> { ["a"] = "1" });
        Directory.Exists((_own / "deep").Value).ShouldBeFalse();
        File.Exists(_layout.Journal.Value).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_edited_between_comparison_and_commit_stays_and_so_does_every_other()
    {
        Run([New("a", "1"), New("b", "2"), New("c", "3")]);
        FileChange[] changes = [New("deep/new", "4"), Next("a", "5"), Gone("b"), Next("c", "6")];

        var failure = Should.Throw<InstallationException>(() => Run(changes, () => File.WriteAllText((_own / "c").Value, "mine")));

        failure.Kind.ShouldBe(FailureKind.Conflict);
        failure.Message.ShouldContain("/c was changed");
        Files().ShouldBe(new SortedDictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "mine" });
    }

    [Theory]
    [InlineData("mv %s/x %s/c")]
    [InlineData("ln -sf %s/x %s/c")]
    [InlineData("chmod 640 %s/c")]
    [InlineData("rm %s/c")]
    [InlineData("rm %s/c; mkdir %s/c; touch %s/c/inside")]
    public void Whatever_else_happens_to_a_file_in_between_it_stays_so(string command)
    {
        Run([New("a", "1"), New("c", "3"), New("x", "other")]);
        string? after = null;

        Should.Throw<InstallationException>(() => Run([Next("a", "2"), Next("c", "4")], () =>
        {
            _effects.Run(["sh", "-c", command.Replace("%s", _own.Value, StringComparison.Ordinal)], passOutput: false).Succeeded.ShouldBeTrue();
            after = Listing();
        })).Kind.ShouldBe(FailureKind.Conflict);

        Listing().ShouldBe(after);
    }

    [Fact]
    public void A_file_that_appears_where_a_new_one_belongs_stays()
    {
        Should.Throw<InstallationException>(() => Run([New("a", "1"), New("b", "2")], () => File.WriteAllText((_own / "b").Value, "mine")));

        Files().ShouldBe(new SortedDictionary<string, string> { ["b"] = "mine" });
    }

    [Fact]
    public void A_link_that_gives_way_is_kept_beside_and_what_it_names_is_not_touched()
    {
        Directory.CreateDirectory(_own.Value);
        File.WriteAllText((_home.Path / "target").Value, "precious");
        File.CreateSymbolicLink((_own / "a").Value, (_home.Path / "target").Value);

        Run([Next("a", "1")]);

        File.ReadAllText((_home.Path / "target").Value).ShouldBe("precious");
        new FileInfo((_own / "a").Value).LinkTarget.ShouldBeNull();
        new FileInfo((_own / "a.old").Value).LinkTarget.ShouldBe($"{_home.Path}/target");
    }

    [Fact]
    public void Another_name_of_the_same_file_keeps_its_bytes_and_permissions()
    {
        Run([New("a", "1"), New("b", "2")]);
        _effects.Run(["ln", (_own / "a").Value, (_home.Path / "hard").Value], passOutput: false).Succeeded.ShouldBeTrue();
        _effects.Run(["ln", (_own / "b").Value, (_home.Path / "harder").Value], passOutput: false).Succeeded.ShouldBeTrue();

        Run([Next("a", "3"), Next("b", "2", (UnixFileMode)0x1A4)]);

        File.ReadAllText((_home.Path / "hard").Value).ShouldBe("1");
        File.GetUnixFileMode((_home.Path / "harder").Value).ShouldBe(Secret);
        File.GetUnixFileMode((_own / "b").Value).ShouldBe((UnixFileMode)0x1A4);
    }

    [Fact]
    public void A_link_inside_folders_of_ours_is_not_followed()
    {
        Directory.CreateDirectory(_own.Value);
        Directory.CreateDirectory((_home.Path / "elsewhere").Value);
        File.CreateSymbolicLink((_own / "deep").Value, (_home.Path / "elsewhere").Value);

        Should.Throw<InstallationException>(() => Run([New("deep/a", "1")])).Message.ShouldContain("symbolic link");

        Directory.GetFileSystemEntries((_home.Path / "elsewhere").Value).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Prepared")]
    [InlineData("Committed")]
    [InlineData("Taken")]
    public void A_folder_that_became_a_link_after_a_run_was_killed_is_not_followed(string phase)
    {
        Run([New("deep/a", "1")]);
        var change = Next("deep/a", "2");
        var elsewhere = _home.Path / "elsewhere";
        Directory.CreateDirectory(elsewhere.Value);
        File.WriteAllText((elsewhere / "a").Value, "1");
        File.SetUnixFileMode((elsewhere / "a").Value, Secret);
        File.WriteAllText((elsewhere / ".a.mosaic-staged").Value, "2");
        File.SetUnixFileMode((elsewhere / ".a.mosaic-staged").Value, Secret);
        Directory.Delete((_own / "deep").Value, recursive: true);
        File.CreateSymbolicLink((_own / "deep").Value, elsewhere.Value);
        var before = Installation.Snapshot(elsewhere);

        var journal = new Journal { Phase = Enum.Parse<JournalPhase>(phase), Steps = [new JournalStep(change.Path, change.Before, change.After)] };
        Should.Throw<InstallationException>(() => _commit.Settle(journal)).Message.ShouldContain("symbolic link");

        Installation.Snapshot(elsewhere).ShouldBe(before);
    }

    [Fact]
    public void A_link_above_folders_of_ours_is_the_users_choice()
    {
        Directory.CreateDirectory((_home.Path / "dotfiles").Value);
        File.CreateSymbolicLink((_home.Path / ".config").Value, (_home.Path / "dotfiles").Value);

        Run([New("a", "1")]);

        File.ReadAllText((_home.Path / "dotfiles/mosaic/a").Value).ShouldBe("1");
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_named()
    {
        File.CreateSymbolicLink((_home.Path / ".config").Value, "/nowhere/at/all");

        Should.Throw<InstallationException>(() => Run([New("a", "1")]))
            .Message.ShouldContain($"{_home.Path}/.config is a symbolic link that leads nowhere");
    }

    private void Run(FileChange[] changes, Action? keepObjects = null)
    {
        var journal = new Journal
        {
            Folders = [.. _folders.FindMissing(changes.Select(change => change.Path.Parent))],
            Steps = [.. changes.Select(change => new JournalStep(change.Path, change.Before, change.After))],
        };
        _commit.Run(journal, changes, keepObjects ?? (() => { }));
    }

    private FileChange New(string name, string text, UnixFileMode mode = Secret) => Change(name, default, text, mode);

    private FileChange Next(string name, string text, UnixFileMode mode = Secret) => Change(name, InstalledFiles.Observe(_own / name), text, mode);

    private FileChange Change(string name, InstalledFile before, string text, UnixFileMode mode) =>
        new(_own / name, before, mode, System.Text.Encoding.UTF8.GetBytes(text));

    private FileChange Gone(string name) => new(_own / name, InstalledFiles.Observe(_own / name), UnixFileMode.None, null);

    // Kind, permissions, size, what a link names and the name of all but staged files.
    private string Listing() =>
        _effects.Run(["find", _own.Value, "!", "-name", "*.mosaic-staged", "-printf", "%y %m %s %l %P\n"], passOutput: false).Output
            .Split('\n').Skip(1).Order(StringComparer.Ordinal).Aggregate((text, line) => $"{text}\n{line}");

    private SortedDictionary<string, string> Files() => new(
        Directory.GetFiles(_own.Value, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .ToDictionary(file => Path.GetRelativePath(_own.Value, file), File.ReadAllText),
        StringComparer.Ordinal);
}
