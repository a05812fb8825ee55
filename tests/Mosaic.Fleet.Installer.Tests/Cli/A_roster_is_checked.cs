using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class A_roster_is_checked : IDisposable
{
    private const string Right = "version: 1\nagents: [{ name: one, runtime: shell }]\n";
    private const string Wrong = "version: 1\nagents: [{ name: one, runtme: shell }, { name: a b }]\n";

    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void And_nothing_is_written()
    {
        var roster = _installation.Home / "mine.yaml";
        File.WriteAllText(roster.Value, Right);

        var result = Tool.Run(_installation, "check", "mine.yaml");

        result.ShouldBe(new Tool.Result(0, "mine.yaml: 1 agent, no problem\n", ""));
        Directory.GetFileSystemEntries(_installation.Home.Value).ShouldBe([roster.Value]);
    }

    [Fact]
    public void As_it_is_installed_when_none_is_named()
    {
        _installation.Install(Right);
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, Wrong);

        Tool.Run(_installation, "check").Errors.ShouldStartWith($"{_installation.Layout.DefaultRoster}:2:23: error MFI012: ");
    }

    [Fact]
    public void For_all_its_problems_at_once_with_exit_65()
    {
        var result = Tool.Run(_installation, Wrong, ["check", "-"]);

        result.ExitCode.ShouldBe(65);
        result.Errors.Split('\n').Count(line => line.StartsWith("-:2:", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Without_a_home_directory_when_it_is_named()
    {
        _installation.Variables.Remove("HOME");

        Tool.Run(_installation, Right, ["check", "-"]).ShouldBe(new Tool.Result(0, "-: 1 agent, no problem\n", ""));
        Tool.Run(_installation, Right, ["explain", "one", "runtime", "--roster", "-"]).Output.ShouldBe("runtime  shell  -:2:32\n");
        Tool.Run(_installation, "check").ExitCode.ShouldBe(78);
    }

    [Fact]
    public void And_so_are_the_templates_that_it_names()
    {
        const string Roster = "version: 1\nagents: [{ name: one, runtime: shell, kickstart_template: kickstart/mine.md.sbn }]\n";

        var result = Tool.Run(_installation, Roster, ["check", "-"]);
        result.ExitCode.ShouldBe(65);
        result.Errors.ShouldStartWith("-:2:59: error MFI046: ");

        Directory.CreateDirectory((_installation.Layout.TemplateFolder / "kickstart").Value);
        File.WriteAllText((_installation.Layout.TemplateFolder / "kickstart/mine.md.sbn").Value, "Go on.\n");
        Tool.Run(_installation, Roster, ["check", "-"]).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void For_programs_too()
    {
        var right = JsonDocument.Parse(Tool.Run(_installation, Right, ["check", "-", "--json"]).Output).RootElement;
        var wrong = JsonDocument.Parse(Tool.Run(_installation, Wrong, ["check", "-", "--json"]).Output).RootElement;

        right.GetProperty("outcome").GetString().ShouldBe("valid");
        wrong.GetProperty("errors").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Against_the_schema_that_is_printed_and_installed()
    {
        _installation.Install(Right);

        var printed = Tool.Run(_installation, "schema").Output;

        printed.ShouldContain("https://json-schema.org/draft/2020-12/schema");
        File.ReadAllText(_installation.Layout.RosterSchema.Value).ShouldBe(printed);
    }
}
