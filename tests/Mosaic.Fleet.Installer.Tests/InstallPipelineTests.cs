using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests;

public sealed class InstallPipelineTests : IDisposable
{
    private const string TwoAgents = """
        version: 1
        agents:
          - { name: one, runtime: shell }
          - { name: two, runtime: shell, restart: "no" }
        """;

    private const string OneAgent = """
        version: 1
        agents:
          - { name: one, runtime: shell }
        """;

    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void A_first_run_writes_the_roster_with_its_comments_and_creates_everything()
    {
        var report = _installation.Run("minimal");

        report.Outcome.ShouldBe(InstallOutcome.Installed);
        report.Files.ShouldAllBe(file => file.State == "created");
        File.ReadAllText(_installation.Layout.DefaultRoster.Value).ShouldContain("#");
    }

    [Fact]
    public void Run_again_it_changes_nothing_and_says_so()
    {
        _installation.Run("minimal");
        var before = Installation.Snapshot(_installation.Home);

        var report = _installation.Run();

        report.Outcome.ShouldBe(InstallOutcome.Unchanged);
        Installation.Snapshot(_installation.Home).ShouldBe(before);
    }

    [Fact]
    public void Asked_again_for_the_same_profile_it_changes_nothing_either()
    {
        _installation.Run("minimal");
        var before = Installation.Snapshot(_installation.Home);
        var folder = Directory.GetLastWriteTimeUtc(_installation.Layout.StateFolder.Value);

        _installation.Run("minimal").Outcome.ShouldBe(InstallOutcome.Unchanged);

        Installation.Snapshot(_installation.Home).ShouldBe(before);
        Directory.GetLastWriteTimeUtc(_installation.Layout.StateFolder.Value).ShouldBe(folder);
    }

    [Fact]
    public void Run_again_without_its_fingerprint_it_changes_no_artifact_either()
    {
        _installation.Run("minimal");
        File.Delete(_installation.Layout.Fingerprint.Value);
        var before = Installation.Snapshot(_installation.Home);

        _installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);

        var after = Installation.Snapshot(_installation.Home);
        after.Remove(".local/state/mosaic/fleet/fingerprint").ShouldBeTrue();
        after.ShouldBe(before);
    }

    [Fact]
    public void A_run_that_was_interrupted_is_undone_even_where_there_is_nothing_else_to_do()
    {
        _installation.Install(OneAgent);
        var change = new FileChange(_installation.Layout.MosaicHome / "fleet/new", default, UnixFileMode.UserRead, "new"u8.ToArray());
        File.WriteAllText(StagedFile.Beside(change.Path).Value, "new");
        File.WriteAllText(_installation.Layout.Journal.Value, new Journal { Steps = [new JournalStep(change.Path, change.Before, change.After)] }.Format());

        _installation.Run();

        File.Exists(_installation.Layout.Journal.Value).ShouldBeFalse();
        File.Exists(StagedFile.Beside(change.Path).Value).ShouldBeFalse();
    }

    [Fact]
    public void An_agent_that_left_the_roster_takes_its_files_with_it()
    {
        _installation.Install(TwoAgents);
        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/two.env").Value).ShouldBeTrue();
        Directory.Exists((_installation.Layout.UnitFolder / "mosaic-agent@two.service.d").Value).ShouldBeTrue();

        var report = _installation.Install(OneAgent);

        report.Files.Where(file => file.State == "removed").Select(file => Path.GetFileName(file.Path)).ShouldContain("two.env");
        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/two.env").Value).ShouldBeFalse();
        Directory.Exists((_installation.Layout.UnitFolder / "mosaic-agent@two.service.d").Value).ShouldBeFalse();
        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/one.env").Value).ShouldBeTrue();
    }

    [Fact]
    public void A_change_of_one_agent_writes_its_env_file_and_leaves_the_other_alone()
    {
        _installation.Install(TwoAgents);

        var report = _installation.Install(TwoAgents.Replace("name: one,", "name: one, reset_command: /anew,", StringComparison.Ordinal));

        report.Files.Where(file => file.State != "unchanged").ShouldHaveSingleItem().Path.ShouldBe("~/.config/mosaic/fleet/agents/one.env");
    }

    [Fact]
    public void A_file_edited_by_hand_that_the_roster_changes_too_stops_the_run_before_anything_is_written()
    {
        _installation.Install(TwoAgents);
        File.AppendAllText((_installation.Layout.MosaicHome / "fleet/agents/one.env").Value, "MINE=1\n");
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, TwoAgents.Replace("runtime: shell", "runtime: shell, model_hint: Large", StringComparison.Ordinal));
        var before = Artifacts();

        var report = _installation.Run();

        report.Outcome.ShouldBe(InstallOutcome.Conflict);
        report.Files.Where(file => file.State == "conflict").ShouldHaveSingleItem().Path.ShouldEndWith("one.env");
        Artifacts().ShouldBe(before);
    }

    [Fact]
    public void A_file_edited_by_hand_that_the_roster_leaves_alone_is_kept()
    {
        _installation.Install(OneAgent);
        var file = (_installation.Layout.MosaicHome / "fleet/tmux.conf").Value;
        File.AppendAllText(file, "# mine\n");

        _installation.Run().Files.Single(reported => reported.State == "kept").Path.ShouldEndWith("tmux.conf");

        File.ReadAllText(file).ShouldEndWith("# mine\n");
    }

    [Fact]
    public void A_file_deleted_by_hand_stays_deleted_until_it_is_restored()
    {
        _installation.Install(OneAgent);
        var file = (_installation.Layout.MosaicHome / "tools/agent/tail.sh").Value;
        File.Delete(file);

        _installation.Run();
        File.Exists(file).ShouldBeFalse();

        _installation.Run(with: request => request with { Restore = true });
        File.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public void A_dry_run_says_what_would_be_done_and_writes_nothing()
    {
        var report = _installation.Run("minimal", request => request with { DryRun = true });
        report.NextCommands.ShouldBe(["mosaic-fleet-install --profile minimal"]);

        report.Outcome.ShouldBe(InstallOutcome.Planned);
        report.Files.ShouldContain(file => file.State == "created");
        Directory.GetFileSystemEntries(_installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Without_systemd_there_are_no_units_and_later_runs_remember_it()
    {
        _installation.Run("minimal", request => request with { NoSystemd = true });
        Directory.Exists(_installation.Layout.UnitFolder.Value).ShouldBeFalse();

        File.AppendAllText(_installation.Layout.DefaultRoster.Value, "# edited\n");
        _installation.Run();
        Directory.Exists(_installation.Layout.UnitFolder.Value).ShouldBeFalse();

        _installation.Run(with: request => request with { NoSystemd = false });
        File.Exists((_installation.Layout.UnitFolder / "mosaic-fleet.target").Value).ShouldBeTrue();
    }

    [Fact]
    public void A_link_in_the_place_of_the_unit_folder_stays_when_the_last_unit_goes()
    {
        var units = _installation.Home / "dotfiles/units";
        Directory.CreateDirectory(units.Value);
        Directory.CreateDirectory(_installation.Layout.UnitFolder.Parent.Value);
        File.CreateSymbolicLink(_installation.Layout.UnitFolder.Value, units.Value);
        _installation.Run("minimal");
        Directory.GetFiles(units.Value).ShouldNotBeEmpty();

        _installation.Run(with: request => request with { NoSystemd = true });

        Directory.GetFiles(units.Value).ShouldBeEmpty();
        new FileInfo(_installation.Layout.UnitFolder.Value).LinkTarget.ShouldBe(units.Value);
    }

    [Fact]
    public void A_roster_that_was_named_stays_where_it_is_and_later_runs_find_it()
    {
        var roster = _installation.Home / "rosters/mine.yaml";
        Directory.CreateDirectory(roster.Parent.Value);
        File.WriteAllText(roster.Value, OneAgent);

        _installation.Run(with: request => request with { Roster = roster });
        File.WriteAllText(roster.Value, TwoAgents);
        _installation.Run();

        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/two.env").Value).ShouldBeTrue();
        File.Exists(_installation.Layout.DefaultRoster.Value).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_roster_is_reported_whole_and_nothing_is_written()
    {
        var failure = Should.Throw<InstallationException>(() => _installation.Install("""
            version: 1
            agents:
              - { name: a b, runtime: nothing }
            """));

        failure.Kind.ShouldBe(FailureKind.BadInput);
        failure.Diagnostics.Length.ShouldBeGreaterThan(1);
        Directory.GetFiles(_installation.Home.Value, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Fact]
    public void Env_files_and_folders_are_for_the_user_alone_and_commands_can_be_run()
    {
        _installation.Run("minimal");

        var home = _installation.Layout.MosaicHome;
        File.GetUnixFileMode((home / "fleet/agents/canary.env").Value).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(home.Value).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode((home / "bin/mosaic").Value).ShouldBe((UnixFileMode)0x1ED);
    }

    private SortedDictionary<string, string> Artifacts() => Installation.Snapshot(_installation.Home / ".config");
}
