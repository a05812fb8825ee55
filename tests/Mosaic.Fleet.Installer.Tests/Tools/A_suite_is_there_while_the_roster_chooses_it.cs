using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

public sealed class A_suite_is_there_while_the_roster_chooses_it
{
    private const string Rest = """

        gitea: { logins: { usc: usc } }
        woodpecker: { instances: { main: { server: "https://ci.example.com" } }, owners: { usc: main } }
        agents: [{ name: canary, runtime: shell }]

        """;

    private static readonly string[] Git = ["fleet/gitea.table", "tools/git/lane-brief.sh"];

    private static readonly string[] Woodpecker =
        ["fleet/woodpecker.table", "tools/woodpecker/ci-wait.sh", "tools/woodpecker/pipeline-list.sh", "tools/woodpecker/pipeline-status.sh"];

    [Theory]
    [InlineData("")]
    [InlineData("tools: []")]
    public void And_no_roster_that_is_silent_has_any(string tools)
    {
        using var installation = new Installation();
        installation.Install($"version: 1\n{tools}{Rest}");

        FilesOfSuites(installation).ShouldBeEmpty();
        Skill(installation).ShouldNotContain("/tools/git/");
        Skill(installation).ShouldNotContain("/tools/woodpecker/");
    }

    [Fact]
    public void And_comes_and_goes_with_the_roster_and_in_the_skill()
    {
        using var installation = new Installation();
        installation.Install($"version: 1\ntools: [git, git]{Rest}");
        FilesOfSuites(installation).ShouldBe(Git);
        Skill(installation).ShouldContain("""
            "$MOSAIC_HOME/tools/git/lane-brief.sh" -r
            """);
        Skill(installation).ShouldNotContain("/tools/woodpecker/");

        installation.Install($"version: 1\ntools: [woodpecker, git]{Rest}");
        FilesOfSuites(installation).ShouldBe([.. Git.Concat(Woodpecker).Order(StringComparer.Ordinal)]);
        Skill(installation).ShouldContain("""
            "$MOSAIC_HOME/tools/woodpecker/ci-wait.sh" -r
            """);

        installation.Install($"version: 1\ntools: [woodpecker]{Rest}");
        FilesOfSuites(installation).ShouldBe(Woodpecker);
        Directory.Exists((installation.Layout.MosaicHome / "tools/git").Value).ShouldBeFalse();
        Skill(installation).ShouldNotContain("/tools/git/");
    }

    private static IEnumerable<string> FilesOfSuites(Installation installation) =>
        Installation.Snapshot(installation.Layout.MosaicHome).Keys.Where(path =>
            path.StartsWith("tools/git/", StringComparison.Ordinal) || path.StartsWith("tools/woodpecker/", StringComparison.Ordinal)
            || path is "fleet/gitea.table" or "fleet/woodpecker.table");

    private static string Skill(Installation installation) =>
        File.ReadAllText((installation.Layout.MosaicHome / "skills/mosaic-tools/SKILL.md").Value);
}
