using System.Text.Json;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class A_profile_of_the_user_s_own : IDisposable
{
    private const string Pair = "version: 1\nextends: minimal\nagents: [{ name: second, runtime: shell }]\n";

    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Is_listed_with_its_file_beside_those_that_are_built_in()
    {
        var file = Write(_installation.Layout.ProfileFolder / "pair.yaml", Pair);

        Tool.Run(_installation, "profiles", "list").Output.Split('\n')
            .ShouldBe(["local-factory         built in", "minimal               built in", $"pair                  {file}", "usc-software-factory  built in", ""]);
    }

    [Fact]
    public void Is_found_in_a_folder_that_is_named_and_is_shown_as_it_stands()
    {
        Write(_installation.Home / "profiles/pair.yaml", Pair);

        Tool.Run(_installation, "profiles", "show", "pair", "--profile-path", "profiles").Output.ShouldBe(Pair);
        Tool.Run(_installation, "profiles", "show", "profiles/pair.yaml").Output.ShouldBe(Pair);
        Tool.Run(_installation, "profiles", "show", "pair").ExitCode.ShouldBe(65);
        Tool.Run(_installation, "check", "profiles/pair.yaml").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Is_shown_to_programs_with_the_agents_that_it_has()
    {
        var text = $"# yaml-language-server: $schema=./roster.schema.json\n#\n# One more.\n# And words.\n{Pair}";
        var file = Write(_installation.Layout.ProfileFolder / "pair.yaml", text);

        using var shown = JsonDocument.Parse(Tool.Run(_installation, "profiles", "show", "pair", "--json").Output);

        var profile = shown.RootElement;
        profile.EnumerateObject().Select(field => field.Name).ShouldBe(["name", "file", "description", "text", "agents"]);
        profile.GetProperty("name").GetString().ShouldBe("pair");
        profile.GetProperty("file").GetString().ShouldBe(file.Value);
        profile.GetProperty("description").GetString().ShouldBe("One more.");
        profile.GetProperty("text").GetString().ShouldBe(text);
        profile.GetProperty("agents").EnumerateArray().Select(agent => $"{agent}")
            .Select(agent => string.Concat(agent.Where(character => !char.IsWhiteSpace(character))))
            .ShouldBe([
                """{"name":"canary","class":"canary","runtime":"shell","enabled":true}""",
                """{"name":"second","class":"","runtime":"shell","enabled":true}"""]);
    }

    [Fact]
    public void Is_shown_to_programs_without_a_file_when_it_is_built_in()
    {
        using var shown = JsonDocument.Parse(Tool.Run(_installation, "profiles", "show", "minimal", "--json").Output);

        shown.RootElement.GetProperty("file").ValueKind.ShouldBe(JsonValueKind.Null);
        shown.RootElement.GetProperty("description").GetString().ShouldStartWith("A fleet of one harmless agent");
    }

    [Fact]
    public void Is_not_shown_to_programs_when_it_is_wrong()
    {
        Write(_installation.Layout.ProfileFolder / "pair.yaml", "version: 1\nagents: [{ nmae: a }]\n");

        var result = Tool.Run(_installation, "profiles", "show", "pair", "--json");

        result.ExitCode.ShouldBe(65);
        result.Output.ShouldContain("MFI012");
        Tool.Run(_installation, "profiles", "show", "pair").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("pair")]
    [InlineData("./pair.yaml")]
    public void Is_installed_by_its_name_or_its_file(string profile)
    {
        Write(_installation.Layout.ProfileFolder / "pair.yaml", Pair);
        Write(_installation.Home / "pair.yaml", Pair);

        Tool.Run(_installation, "--profile", profile).Errors.ShouldBeEmpty();

        File.ReadAllText(_installation.Layout.DefaultRoster.Value).ShouldBe(Pair);
        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/canary.env").Value).ShouldBeTrue();
        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/second.env").Value).ShouldBeTrue();
    }

    [Fact]
    public void Changes_the_fleet_that_extends_it_and_is_found_again_without_being_named()
    {
        var file = Write(_installation.Home / "profiles/team.yaml", "version: 1\nagents: [{ name: one, runtime: shell }]\n");
        Directory.CreateDirectory(_installation.Layout.DefaultRoster.Parent.Value);
        File.WriteAllText(_installation.Layout.DefaultRoster.Value, "version: 1\nextends: team\n");
        _installation.Run(with: request => request with { ProfilePath = _installation.Home / "profiles" });
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);

        Write(file, "version: 1\nagents: [{ name: two, runtime: shell }]\n# longer\n");
        _installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);

        File.Exists((_installation.Layout.MosaicHome / "fleet/agents/two.env").Value).ShouldBeTrue();
    }

    [Fact]
    public void Is_named_in_the_message_about_what_is_wrong_with_it()
    {
        var file = Write(_installation.Home / "wrong.yaml", "version: 1\nagents: [{ nmae: a }]\n");

        Tool.Run(_installation, "--profile", "./wrong.yaml").Errors.ShouldContain($"{file}:2:12: error MFI012");
    }

    private static AbsolutePath Write(AbsolutePath file, string text)
    {
        Directory.CreateDirectory(file.Parent.Value);
        File.WriteAllText(file.Value, text);
        return file;
    }
}
