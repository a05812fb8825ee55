using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Packaging;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Packaging;

public sealed class A_bundle_installs_without_the_tool : IDisposable
{
    private const int Conflict = 2;
    private const int BadInput = 65;
    private const int CannotWrite = 73;
    private const int Locked = 75;

    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - { name: one, limits: { memory: 1G } }
          - { name: two }

        """;

    private readonly BundleFolder _bundles = new();

    private FleetLayout Layout => _bundles.Installation.Layout;

    public void Dispose() => _bundles.Dispose();

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void The_same_files_and_records_as_the_tool_in_a_home_of_any_name(string shell)
    {
        var variables = _bundles.Installation.Variables;
        File.WriteAllBytes(
            (_bundles.Path / "fleet.sh").Value,
            Bundle.Make(PackagePipeline.Run(new PackageRequest { Variables = variables, Profile = "local-factory" }), new BundleStamp("0.1.0", DateTimeOffset.UnixEpoch)));
        var home = _bundles.Installation.Home / """it's "100%h" of $HOME é;  `id` \n""";
        Directory.CreateDirectory(home.Value);
        variables["HOME"] = home.Value;
        variables["LANG"] = "C.UTF-8";
        _bundles.Installation.Run("local-factory");
        var made = Files();
        Directory.Delete(home.Value, recursive: true);
        Directory.CreateDirectory(home.Value);

        variables["HOME"] = $"{home.Value}//";
        _bundles.Install(shell, "fleet.sh").ExitCode.ShouldBe(0);
        Files().ShouldBe(made, ignoreOrder: true);
        variables["HOME"] = home.Value;
        _bundles.Installation.Run("local-factory").Outcome.ShouldBe(InstallOutcome.Unchanged);
        _bundles.Install(shell, "fleet.sh").Output.ShouldMatch("^Nothing to do: [0-9]+ artifacts are as this bundle says.\n$");

        _bundles.Install(shell, "fleet.sh", "--uninstall").ExitCode.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void And_a_later_one_takes_away_what_its_roster_has_no_more()
    {
        Write("first.sh", Roster, day: 1);
        Write("second.sh", Roster.Replace("  - { name: one, limits: { memory: 1G } }\n", "", StringComparison.Ordinal), day: 2);
        _bundles.Install("dash", "first.sh").ExitCode.ShouldBe(0);
        File.WriteAllText((Layout.AgentFolder / "one.local.env").Value, "TOKEN=secret\n");

        var result = _bundles.Install("dash", "second.sh");

        result.ExitCode.ShouldBe(0, result.ErrorOutput);
        result.Output.ShouldContain("removed       ~/.config/mosaic/fleet/agents/one.env\n");
        File.ReadAllText((_bundles.Installation.Home / "said").Value).ShouldBe("stop one\n");
        Directory.GetFiles(Layout.AgentFolder.Value).Select(Path.GetFileName).Order().ShouldBe(["one.local.env", "two.env"]);
        Directory.Exists((Layout.UnitFolder / "mosaic-agent@one.service.d").Value).ShouldBeFalse();
    }

    [Fact]
    public void But_not_an_older_one_over_a_newer()
    {
        Write("first.sh", Roster, day: 1);
        Write("second.sh", Roster.Replace("1G", "2G", StringComparison.Ordinal), day: 2);
        _bundles.Install("dash", "second.sh").ExitCode.ShouldBe(0);
        var before = Files();

        var refused = _bundles.Install("dash", "first.sh");

        refused.ExitCode.ShouldBe(Conflict);
        refused.ErrorOutput.ShouldContain("made at 2026-01-01T00:00:00Z, and what is installed is of 2026-01-02T00:00:00Z");
        Files().ShouldBe(before, ignoreOrder: true);
        _bundles.Install("dash", "first.sh", "--allow-older").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void But_not_over_a_roster_that_its_user_edited()
    {
        Write("first.sh", Roster, day: 1);
        Write("second.sh", Roster.Replace("1G", "2G", StringComparison.Ordinal), day: 2);
        _bundles.Install("dash", "first.sh").ExitCode.ShouldBe(0);
        File.AppendAllText(Layout.DefaultRoster.Value, "# mine\n");
        var before = Files();

        _bundles.Install("dash", "second.sh").ExitCode.ShouldBe(Conflict);
        Files().ShouldBe(before, ignoreOrder: true);

        _bundles.Install("dash", "second.sh", "--replace-roster").ExitCode.ShouldBe(0);
        File.ReadAllText($"{Layout.DefaultRoster}.old").ShouldEndWith("# mine\n");
        File.ReadAllText(Layout.DefaultRoster.Value).ShouldContain("2G");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void But_not_where_it_was_cut_off_or_changed(double where)
    {
        Write("whole.sh", Roster);
        var content = File.ReadAllBytes((_bundles.Path / "whole.sh").Value);
        var place = (int)(content.Length * where);
        File.WriteAllBytes((_bundles.Path / "cut.sh").Value, content[..place]);
        content[place] ^= 1;
        File.WriteAllBytes((_bundles.Path / "changed.sh").Value, content);

        foreach (var shell in new[] { "dash", "bash" })
        {
            _bundles.Install(shell, "cut.sh").ExitCode.ShouldNotBe(0);
            _bundles.Install(shell, "changed.sh").ExitCode.ShouldNotBe(0);
        }

        Directory.EnumerateFileSystemEntries(_bundles.Installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void And_is_whole_where_one_of_its_files_looks_like_its_end()
    {
        SmallBundle.Write(_bundles.Installation, _bundles.Path / "fleet.sh", Roster, more: [(".config/mosaic/bin/odd", "#!/bin/sh\nBUNDLE_SHA256=\n")]);

        _bundles.Install("dash", "fleet.sh").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void But_not_where_one_of_its_files_was_changed()
    {
        Write("whole.sh", Roster);
        File.WriteAllText((_bundles.Path / "changed.sh").Value, File.ReadAllText((_bundles.Path / "whole.sh").Value).Replace("memory: 1G", "memory: 9G", StringComparison.Ordinal));

        _bundles.Install("dash", "changed.sh").ExitCode.ShouldBe(BadInput);

        Directory.EnumerateFileSystemEntries(_bundles.Installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void But_not_while_the_tool_is_at_work()
    {
        Write("fleet.sh", Roster);
        Directory.CreateDirectory(Layout.StateFolder.Value);
        using var work = InstallationLock.Take(Layout.Lock, () => { });

        var result = _bundles.Install("dash", "fleet.sh");

        result.ExitCode.ShouldBe(Locked);
        result.ErrorOutput.ShouldContain($"process {Environment.ProcessId} holds");
    }

    [Fact]
    public void But_not_through_a_link_in_its_folders()
    {
        Write("first.sh", Roster, day: 1);
        Write("second.sh", Roster.Replace("1G", "2G", StringComparison.Ordinal).Replace("two", "three", StringComparison.Ordinal), day: 2);
        _bundles.Install("dash", "first.sh").ExitCode.ShouldBe(0);
        var elsewhere = _bundles.Path / "elsewhere";
        Directory.Move(Layout.AgentFolder.Value, elsewhere.Value);
        Directory.CreateSymbolicLink(Layout.AgentFolder.Value, elsewhere.Value);
        var before = Files();

        var result = _bundles.Install("dash", "second.sh");

        result.ExitCode.ShouldBe(CannotWrite, result.ErrorOutput);
        result.ErrorOutput.ShouldContain($"{Layout.AgentFolder} is a symbolic link");
        Files().ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [InlineData(64, "--nonsense")]
    [InlineData(64, "--conflict", "perhaps")]
    [InlineData(64, "--purge")]
    [InlineData(64, "--home", "")]
    [InlineData(78, "--home", "relative")]
    [InlineData(78, "--home", "/nowhere/at/all")]
    public void But_not_on_a_wrong_command_line(int exitCode, params string[] options)
    {
        Write("fleet.sh", Roster);

        _bundles.Install("dash", "fleet.sh", options).ExitCode.ShouldBe(exitCode);

        Directory.EnumerateFileSystemEntries(_bundles.Installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void And_a_dry_run_writes_nothing()
    {
        Write("fleet.sh", Roster);

        var result = _bundles.Install("dash", "fleet.sh", "--dry-run");

        result.Output.ShouldContain("created       ~/.config/mosaic/fleet/agents/one.env\n");
        result.Output.ShouldContain("Nothing was written (dry run)");
        Directory.EnumerateFileSystemEntries(_bundles.Installation.Home.Value).ShouldBeEmpty();
    }

    [Fact]
    public void And_takes_away_no_file_that_its_user_edited()
    {
        Write("fleet.sh", Roster);
        _bundles.Install("dash", "fleet.sh").ExitCode.ShouldBe(0);
        File.AppendAllText((Layout.AgentFolder / "one.env").Value, "MINE=1\n");
        File.AppendAllText(Layout.DefaultRoster.Value, "# mine\n");

        _bundles.Install("dash", "fleet.sh", "--uninstall").Output.ShouldContain("kept      ~/.config/mosaic/fleet/agents/one.env  (edited by you)\n");
        Directory.EnumerateFiles(_bundles.Installation.Home.Value, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order().ShouldBe(["one.env", "roster.yaml", "said"]);
    }

    [Fact]
    public void And_takes_away_everything_where_its_user_says_so()
    {
        Write("fleet.sh", Roster);
        _bundles.Install("dash", "fleet.sh").ExitCode.ShouldBe(0);
        File.AppendAllText((Layout.AgentFolder / "one.env").Value, "MINE=1\n");
        File.AppendAllText((Layout.AgentFolder / "one.local.env").Value, "TOKEN=secret\n");
        File.AppendAllText((Layout.CommandFolder / "mine.sh").Value, "mine\n");

        _bundles.Install("dash", "fleet.sh", "--uninstall", "--purge").ExitCode.ShouldBe(0);

        Directory.EnumerateFileSystemEntries(_bundles.Installation.Home.Value).Select(Path.GetFileName).ShouldBe(["said"]);
    }

    private void Write(string name, string roster, int day = 1) => SmallBundle.Write(_bundles.Installation, _bundles.Path / name, roster, day);

    // Modes and bytes of all but what names the run that wrote it.
    private Dictionary<string, string> Files() =>
        Directory.EnumerateFiles(_bundles.Installation.Home.Value, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(file => Path.GetFileName(file) is not ("about" or "fingerprint" or "lock"))
            .ToDictionary(file => file, file => $"{File.GetUnixFileMode(file)} {File.ReadAllText(file)}");
}
