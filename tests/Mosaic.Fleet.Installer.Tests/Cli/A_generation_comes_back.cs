using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class A_generation_comes_back : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void History_names_the_newest_first_and_the_one_that_stands()
    {
        _installation.Install(Roster("one"));
        _installation.Install(Roster("two"));

        var lines = Run(0, "history").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(2);
        lines[0].ShouldMatch(@"^\*    2  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  .*  install  \d+ files?$");
        lines[1].ShouldStartWith("     1  ");
        var newest = JsonDocument.Parse(Run(0, "history", "--json").Output).RootElement.GetProperty("generations")[0];
        newest.GetProperty("number").GetInt32().ShouldBe(2);
        newest.GetProperty("stands").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Diff_shows_what_differs_and_no_secret()
    {
        _installation.Install(Roster("one"));
        Run(0, "diff").Output.ShouldBe("All is as in generation 1.\n");

        File.AppendAllText(Env, "API_TOKEN=\"hush-hush\"\n");
        File.SetUnixFileMode(Mosaic("fleet/tmux.conf"), UnixFileMode.UserRead);

        var result = Run(1, "diff");
        result.Output.ShouldContain("--- ~/.config/mosaic/fleet/agents/canary.env (generation 1)\n");
        result.Output.ShouldContain("+API_TOKEN=");
        result.Output.ShouldNotContain("hush-hush");
        result.Output.ShouldContain("\\ ~/.config/mosaic/fleet/tmux.conf: permissions 0644, now 0400\n");
        Run(1, "diff", "1", "--json").Output.ShouldNotContain("hush-hush");
    }

    [Fact]
    public void Rollback_restores_bytes_and_modes_as_a_new_generation()
    {
        _installation.Install(Roster("one"));
        var before = Files();
        _installation.Install(Roster("two").Replace("- name: canary", "- name: other", StringComparison.Ordinal));
        Files().ShouldNotBe(before);

        var result = Run(0, "rollback");

        Files().ShouldBe(before);
        result.Errors.ShouldContain("MFI139");
        Run(0, "history").Output.ShouldMatch(@"^\*    3  .*  rollback 1  ");
        Run(0, "verify");
    }

    [Fact]
    public void An_edit_that_was_overwritten_comes_back_and_goes_on_being_an_edit()
    {
        _installation.Install(Roster("one"));
        File.AppendAllText(Env, "# mine\n");
        var edited = File.ReadAllText(Env);
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, Roster("two"));
        Run(0, "--conflict", "overwrite");
        File.ReadAllText(Env).ShouldNotBe(edited);

        Run(0, "rollback");

        File.ReadAllText(Env).ShouldBe(edited);
        Run(1, "verify").Output.ShouldStartWith("M  ~/.config/mosaic/fleet/agents/canary.env\n");
    }

    [Fact]
    public void A_dry_run_changes_nothing()
    {
        _installation.Install(Roster("one"));
        _installation.Install(Roster("two"));
        var before = Installation.Snapshot(_installation.Home);

        Run(0, "rollback", "1", "--dry-run").Output.ShouldContain("canary.env");

        Installation.Snapshot(_installation.Home).ShouldBe(before);
    }

    [Fact]
    public void A_file_that_was_edited_since_and_changes_is_a_conflict()
    {
        _installation.Install(Roster("one"));
        _installation.Install(Roster("two"));
        File.AppendAllText(Env, "# mine\n");
        var before = Installation.Snapshot(_installation.Home);

        Run(2, "rollback");

        Installation.Snapshot(_installation.Home).ShouldBe(before);
    }

    [Fact]
    public void Bytes_that_are_not_kept_any_more_are_named_and_nothing_is_written()
    {
        _installation.Install(Roster("one"));
        var lost = JsonDocument.Parse(Run(0, "history", "--json").Output).RootElement.GetProperty("generations")[0].GetProperty("number").GetInt32();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Env)));
        _installation.Install(Roster("two"));
        File.WriteAllText((_installation.Layout.Objects / hash).Value, "something else");
        var before = Installation.Snapshot(_installation.Home);

        Run(74, "rollback", $"{lost}").Errors.ShouldContain($"{Env}");

        Installation.Snapshot(_installation.Home).ShouldBe(before);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("of-others/planted")]
    [InlineData(".config/mosaic/fleet/roster.yaml")]
    [InlineData(".config/mosaic/fleet/agents/canary.local.env")]
    [InlineData(".config/mosaic/../planted")]
    public void A_file_that_a_hand_wrote_into_its_manifest_and_that_cannot_be_ours_is_not_written(string file)
    {
        Directory.CreateDirectory((_installation.Home / "of-others").Value);
        File.WriteAllText((_installation.Home / "notes").Value, "mine");
        _installation.Install(Roster("one"));
        _installation.Install(Roster("two"));
        var manifest = (_installation.Layout.Generations / "1/manifest").Value;
        var hash = File.ReadLines(manifest).First().Split(' ')[1];
        File.AppendAllText(manifest, $"0755 {hash} {_installation.Home}/{file}\n");
        var before = Installation.Snapshot(_installation.Home);

        Run(74, "rollback", "1", "--conflict", "overwrite").Errors.ShouldContain("error MFI113: generation 1 cannot be restored");

        Installation.Snapshot(_installation.Home).ShouldBe(before);
        Run(0, "history").Output.Split('\n').Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("rollback", "7")]
    [InlineData("diff", "7")]
    [InlineData("rollback", "-1")]
    public void A_number_that_there_is_not(string verb, string number)
    {
        _installation.Install(Roster("one"));

        Run(64, verb, number);
    }

    [Fact]
    public void Nothing_without_an_installation()
    {
        Run(0, "history").Output.ShouldContain("no generation yet");
        Run(64, "rollback").Errors.ShouldContain("MFI137");
        Directory.EnumerateFileSystemEntries(_installation.Home.Value).ShouldBeEmpty();
    }

    private static string Roster(string greeting) => $$"""
        version: 1
        agents:
          - name: canary
            runtime: shell
            working_directory: /
            env: { GREETING: {{greeting}} }
        """;

    private string Env => Mosaic("fleet/agents/canary.env");

    private string Mosaic(string file) => (_installation.Layout.MosaicHome / file).Value;

    private Tool.Result Run(int exitCode, params string[] words)
    {
        var result = Tool.Run(_installation, words);
        result.ExitCode.ShouldBe(exitCode, $"{result}");
        return result;
    }

    // Mode and content of what is generated; times differ.
    private SortedDictionary<string, string> Files() => new(
        Directory.EnumerateFiles(_installation.Layout.MosaicHome.Value, "*", SearchOption.AllDirectories)
            .Where(file => file != _installation.Layout.DefaultRoster.Value)
            .ToDictionary(file => file, file => $"{File.GetUnixFileMode(file)} {File.ReadAllText(file)}", StringComparer.Ordinal), StringComparer.Ordinal);
}
