using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Profiles;

public sealed class Built_in_profiles
{
    [Fact]
    public void Are_the_three_that_ship() =>
        BuiltInProfiles.Names.ShouldBe(["local-factory", "minimal", "usc-software-factory"]);

    [Theory]
    [InlineData("local-factory")]
    [InlineData("minimal")]
    [InlineData("usc-software-factory")]
    public void Are_rosters_without_a_problem(string name)
    {
        var reading = RosterReader.Read(name, BuiltInProfiles.Require(name).Content.AsSpan());

        reading.Diagnostics.ShouldBeEmpty();
        reading.Roster!.Tmux.SocketName.ShouldBe("mosaic-factory");
        reading.Roster.Tmux.HolderSession.ShouldBe("_holder");
    }

    [Fact]
    public void Minimal_is_one_canary_in_a_shell_that_works_in_the_home_directory()
    {
        var canary = Read("minimal").Agents.ShouldHaveSingleItem();

        canary.Name.ShouldBe("canary");
        canary.Command.ShouldBe("bash -i");
        canary.WorkingDirectory.ShouldBe("~");
    }

    [Fact]
    public void Minimal_goes_on_in_comments_that_are_a_roster_without_their_hash()
    {
        // Prose begins with one space after the hash, examples with none or more.
        var lines = System.Text.Encoding.UTF8.GetString(BuiltInProfiles.Require("minimal").Content.AsSpan()).Split('\n')
            .Select(line => line is ['#', not ' ', ..] or ['#', ' ', ' ', ..] ? line[1..] : line);

        var reading = RosterReader.Read(new SourceText("minimal.yaml", string.Join('\n', lines)));

        reading.Diagnostics.ShouldBeEmpty();
        reading.Roster!.Agents.Select(agent => agent.Name).ShouldBe(["canary", "coder0"]);
        reading.Roster.Agents[1].Command.ShouldBe("claude --verbose");
        reading.Roster.Agents[1].Limits.ShouldBe(new ResourceLimits("4G", "200%", "512"));
    }

    [Fact]
    public void The_local_factory_is_an_orchestrator_two_coders_and_three_reviewers() =>
        Read("local-factory").Agents.Select(agent => agent.Name)
            .ShouldBe(["mos-claude", "coder0", "coder1", "rev0", "secrev0", "ultron"]);

    [Fact]
    public void The_usc_factory_is_exactly_its_thirteen_agents() =>
        Read("usc-software-factory").Agents.Select(Describe).ShouldBe(
        [
            "mos-claude claude orchestrator Full False Claude Opus",
            "coder0 claude implementer None True Claude Opus",
            "coder1 claude implementer None True Claude Opus",
            "coder2 pi implementer None True Pi GPT-5.5",
            "coder3 pi implementer None True Pi GPT-5.5",
            "coder4 claude implementer None True Claude Opus",
            "coder5 claude implementer None True Claude Opus",
            "enhance claude enhancer Semi False Claude Opus",
            "rev0 pi reviewer None True Pi GPT-5.5",
            "rev1 pi reviewer None True Pi GPT-5.5",
            "secrev0 pi security_reviewer None True Pi GPT-5.5",
            "secrev1 pi security_reviewer None True Pi GPT-5.5",
            "ultron pi final_reviewer Semi False Pi GPT-5.5",
        ]);

    [Fact]
    public void The_usc_factory_works_in_the_source_folder() =>
        Read("usc-software-factory").Agents.ShouldAllBe(agent => agent.WorkingDirectory == "~/src");

    [Fact]
    public void Are_named_when_another_is_asked_for()
    {
        var failure = Should.Throw<InstallationException>(() => BuiltInProfiles.Require("minimel"));

        failure.Kind.ShouldBe(FailureKind.BadInput);
        var diagnostic = failure.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Message.ShouldBe("there is no profile `minimel`");
        diagnostic.Hint.ShouldBe("did you mean `minimal`? The profiles are local-factory, minimal, usc-software-factory");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../minimal")]
    [InlineData("minimal.yaml")]
    public void Are_found_by_their_exact_names_only(string name) => Should.Throw<InstallationException>(() => BuiltInProfiles.Require(name));

    private static FleetRoster Read(string profile) => RosterReader.Read(profile, BuiltInProfiles.Require(profile).Content.AsSpan()).Roster!;

    private static string Describe(AgentDefinition agent) =>
        $"{agent.Name} {agent.Runtime.Name} {agent.Class} {agent.PersistentPersona} {agent.ResetBetweenTasks} {agent.ModelHint}";
}
