using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class A_profile_of_the_user_s_own : IDisposable
{
    private const string Pair = "version: 1\nextends: minimal\nagents: [{ name: second, runtime: shell }]\n";

    private readonly Installation installation = new();

    public void Dispose() => installation.Dispose();

    [Fact]
    public void Is_listed_with_its_file_beside_those_that_are_built_in()
    {
        var file = Write(installation.Layout.ProfileFolder / "pair.yaml", Pair);

        Tool.Run(installation, "profiles", "list").Output.Split('\n')
            .ShouldBe(["local-factory         built in", "minimal               built in", $"pair                  {file}", "usc-software-factory  built in", ""]);
    }

    [Fact]
    public void Is_found_in_a_folder_that_is_named_and_is_shown_as_it_stands()
    {
        Write(installation.Home / "profiles/pair.yaml", Pair);

        Tool.Run(installation, "profiles", "show", "pair", "--profile-path", "profiles").Output.ShouldBe(Pair);
        Tool.Run(installation, "profiles", "show", "profiles/pair.yaml").Output.ShouldBe(Pair);
        Tool.Run(installation, "profiles", "show", "pair").ExitCode.ShouldBe(65);
        Tool.Run(installation, "check", "profiles/pair.yaml").ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("pair")]
    [InlineData("./pair.yaml")]
    public void Is_installed_by_its_name_or_its_file(string profile)
    {
        Write(installation.Layout.ProfileFolder / "pair.yaml", Pair);
        Write(installation.Home / "pair.yaml", Pair);

        Tool.Run(installation, "--profile", profile).Errors.ShouldBeEmpty();

        File.ReadAllText(installation.Layout.DefaultRoster.Value).ShouldBe(Pair);
        File.Exists((installation.Layout.MosaicHome / "fleet/agents/canary.env").Value).ShouldBeTrue();
        File.Exists((installation.Layout.MosaicHome / "fleet/agents/second.env").Value).ShouldBeTrue();
    }

    [Fact]
    public void Changes_the_fleet_that_extends_it_and_is_found_again_without_being_named()
    {
        var file = Write(installation.Home / "profiles/team.yaml", "version: 1\nagents: [{ name: one, runtime: shell }]\n");
        Directory.CreateDirectory(installation.Layout.DefaultRoster.Parent.Value);
        File.WriteAllText(installation.Layout.DefaultRoster.Value, "version: 1\nextends: team\n");
        installation.Run(with: request => request with { ProfilePath = installation.Home / "profiles" });
        installation.Run().Outcome.ShouldBe(InstallOutcome.Unchanged);

        Write(file, "version: 1\nagents: [{ name: two, runtime: shell }]\n# longer\n");
        installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);

        File.Exists((installation.Layout.MosaicHome / "fleet/agents/two.env").Value).ShouldBeTrue();
    }

    [Fact]
    public void Is_named_in_the_message_about_what_is_wrong_with_it()
    {
        var file = Write(installation.Home / "wrong.yaml", "version: 1\nagents: [{ nmae: a }]\n");

        Tool.Run(installation, "--profile", "./wrong.yaml").Errors.ShouldContain($"{file}:2:12: error MFI012");
    }

    private static AbsolutePath Write(AbsolutePath file, string text)
    {
        Directory.CreateDirectory(file.Parent.Value);
        File.WriteAllText(file.Value, text);
        return file;
    }
}
