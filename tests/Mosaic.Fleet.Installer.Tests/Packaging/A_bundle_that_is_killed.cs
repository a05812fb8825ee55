using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

/// <summary>A stand-in for one of the programs that a bundle calls kills it, and itself, at one of the calls.</summary>
public sealed class A_bundle_that_is_killed : IDisposable
{
    private const int Killed = 137;

    private const string Before = """
        version: 1
        agents:
          - { name: changes, runtime: shell, limits: { memory: 1G } }
          - { name: leaves, runtime: shell, limits: { memory: 1G } }

        """;

    private const string After = """
        version: 1
        agents:
          - { name: changes, runtime: shell, model_hint: large, limits: { memory: 2G } }
          - { name: joins, runtime: shell, limits: { memory: 1G } }

        """;

    private const string Fatal = """
        #!/bin/sh
        echo >>"$CALLS"
        [ "$(wc -l <"$CALLS")" -lt "$FATAL" ] || kill -9 0
        exec "/bin/${0##*/}" "$@"

        """;

    private readonly BundleFolder _bundles = new();
    private readonly List<string> _before;
    private readonly List<string> _after;

    public A_bundle_that_is_killed()
    {
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "before.sh", Before);
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "after.sh", After);
        _bundles.Install("dash", "before.sh").ExitCode.ShouldBe(0);
        _before = Result();
        _bundles.Save("home");
        _bundles.Install("dash", "after.sh").ExitCode.ShouldBe(0);
        _after = Result();
        _bundles.Restore("home");
    }

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [InlineData("mv", 19, "dash")]
    [InlineData("sync", 31, "bash")]
    [InlineData("rm", 47, "dash")]
    public void Is_completed_or_undone_by_the_next_or_by_the_tool(string program, int stride, string shell)
    {
        stride = Environment.GetEnvironmentVariable("MOSAIC_SOAK") is null ? stride : 1;
        var outcomes = new HashSet<bool>();
        for (var number = 1; InstallAndKill(shell, program, number); number += stride)
        {
            var when = $"killed at {program} number {number}";
            _bundles.Save("killed");

            var manager = UserSystemd.Find(_bundles.Installation.Variables);
            new PlanApplier(new LinuxEffects(), _bundles.Installation.Layout, manager).SettleInterruptedRun();
            var isDone = Result().SequenceEqual(_after);
            if (!isDone)
            {
                Result().ShouldBe(_before, when);
            }

            outcomes.Add(isDone);
            _bundles.Restore("killed");
            var next = _bundles.Install(shell, "after.sh");
            next.ExitCode.ShouldBe(0, when + next.ErrorOutput);
            Result().ShouldBe(_after, when);
            _bundles.Run("rm", "-r", (_bundles.Path / "killed").Value);
            _bundles.Restore("home");
        }

        outcomes.ShouldNotBeEmpty();
    }

    [Fact]
    public void Is_undone_where_its_user_edited_a_file_since()
    {
        InstallAndKill("dash", "mv", 4).ShouldBeTrue();
        var file = _bundles.Installation.Layout.AgentFolder / "changes.env";
        File.AppendAllText(file.Value, "MINE=1\n");

        var next = _bundles.Install("dash", "after.sh");

        next.ExitCode.ShouldBe(2, next.ErrorOutput);
        next.ErrorOutput.ShouldContain("undone");
        File.ReadAllText(file.Value).ShouldEndWith("MINE=1\n");
        Directory.EnumerateFiles(_bundles.Installation.Home.Value, "*mosaic-staged", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).ShouldBeEmpty();
    }

    [Fact]
    public void Has_the_next_one_undo_what_the_tool_had_prepared()
    {
        var (file, journal) = Interrupted();
        File.WriteAllText(_bundles.Installation.Layout.Journal.Value, journal.Format());

        _bundles.Install("dash", "after.sh").ErrorOutput.ShouldContain("what it had begun was undone first");

        File.Exists(file.Value).ShouldBeFalse();
        Result().ShouldBe(_after);
    }

    [Fact]
    public void Has_the_next_one_complete_what_the_tool_had_committed()
    {
        var (file, journal) = Interrupted();
        File.WriteAllText(_bundles.Installation.Layout.Journal.Value, journal.Format() + Journal.CommittedLine);

        _bundles.Install("dash", "after.sh").ErrorOutput.ShouldContain("it was completed first");

        File.ReadAllText(file.Value).ShouldBe("new\n");
        File.Delete(file.Value);
        Result().ShouldBe(_after);
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void Leaves_no_journal_where_a_signal_comes_while_that_is_written(string shell)
    {
        var stand = WriteStandIn("sync", "#!/bin/sh\nkill -TERM \"$PPID\"\nexec /bin/sync \"$@\"\n");

        RunWith(stand, shell, 0).ExitCode.ShouldBe(128 + 15);

        File.Exists(_bundles.Installation.Layout.Journal.Value).ShouldBeFalse();
        Result().ShouldBe(_before);
    }

    [Fact]
    public void Has_lost_nothing_that_its_user_wrote_while_it_was_at_work()
    {
        var file = _bundles.Installation.Layout.AgentFolder / "changes.env";
        var stand = WriteStandIn("mv", $"#!/bin/sh\n[ ! -e \"$CALLS\" ] || {{ rm \"$CALLS\"; echo MINE=1 >>'{file}'; }}\nexec /bin/mv \"$@\"\n");

        var result = RunWith(stand, "dash", 0);

        result.ExitCode.ShouldBe(2, result.ErrorOutput);
        result.ErrorOutput.ShouldContain($"{file} was changed while this run was at work");
        File.ReadAllText(file.Value).ShouldEndWith("MINE=1\n");
    }

    // A file that a run of the tool was to make, staged; and its journal.
    private (AbsolutePath File, Journal Journal) Interrupted()
    {
        var effects = new LinuxEffects();
        var change = new FileChange(_bundles.Installation.Layout.MosaicHome / "fleet/extra", default, (UnixFileMode)0b110_000_000, "new\n"u8.ToArray());
        effects.WriteFile(StagedFile.Beside(change.Path), change.Content!.Value, change.Mode, isDurable: false);
        return (change.Path, new Journal { Steps = [new JournalStep(change.Path, change.Before, change.After)] });
    }

    // False when it ended before that call.
    private bool InstallAndKill(string shell, string program, int number)
    {
        var result = RunWith(WriteStandIn(program, Fatal), shell, number);
        result.ExitCode.ShouldBeOneOf([0, Killed]);
        return result.ExitCode == Killed;
    }

    private AbsolutePath WriteStandIn(string program, string text)
    {
        var stand = _bundles.Path / $"stand-in/{program}";
        Directory.CreateDirectory(stand.Parent.Value);
        ExecutableFile.Write(stand, text);
        return stand;
    }

    private ProgramResult RunWith(AbsolutePath stand, string shell, int number)
    {
        var calls = (_bundles.Path / "calls").Value;
        File.WriteAllText(calls, "");
        return _bundles.Run(
            "env", $"PATH={stand.Parent}:/usr/bin:/bin", $"CALLS={calls}", $"FATAL={number}", "setsid", "--wait", shell, (_bundles.Path / "after.sh").Value);
    }

    // Kinds, modes and bytes of all that an interrupted run may not leave more of.
    private List<string> Result() =>
    [
        .. Directory.EnumerateFileSystemEntries(_bundles.Installation.Home.Value, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(path => !path.Contains("/objects/", StringComparison.Ordinal) && Path.GetFileName(path) is not ("about" or "lock" or "said"))
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} {InstalledFiles.Observe(AbsolutePath.From(path))}"),
    ];
}
