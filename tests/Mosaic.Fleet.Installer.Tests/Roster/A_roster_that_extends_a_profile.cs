using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

public sealed class A_roster_that_extends_a_profile
{
    private const string Team = """
        version: 1
        tmux: { socket_name: team, history_limit: 100 }
        defaults: { working_directory: ~/src, env: { EDITOR: vi, PAGER: cat } }
        agents:
          - { name: coder0, runtime: claude, model_hint: Large }
          - { name: coder1, runtime: pi }
          - { name: rev0, runtime: pi }
        """;

    [Fact]
    public void Adds_changes_and_removes_agents_by_their_names()
    {
        var roster = Read("""
            version: 1
            extends: team
            agents:
              - { name: coder0, model_hint: Small }
              - { name: coder1, remove: true }
              - { name: canary, runtime: shell }
            """).Roster!;

        roster.Agents.Select(agent => $"{agent.Name} {agent.Runtime.Name} {agent.ModelHint}".Trim())
            .ShouldBe(["coder0 claude Small", "rev0 pi", "canary shell"]);
    }

    [Fact]
    public void Keeps_what_it_does_not_say_key_by_key()
    {
        var roster = Read("version: 1\nextends: team\ntmux: { history_limit: 7 }\ndefaults: { env: { EDITOR: ed } }\n").Roster!;

        roster.Tmux.SocketName.ShouldBe("team");
        roster.Tmux.HistoryLimit.ShouldBe(7);
        roster.Agents[0].WorkingDirectory.ShouldBe("~/src");
        roster.Agents[0].Environment.ShouldBe([new("EDITOR", "ed"), new("PAGER", "cat")]);
    }

    [Fact]
    public void Is_explained_with_the_places_of_both_files() =>
        RosterReader.Explain(Source("version: 1\nextends: team\nagents: [{ name: coder0, restart: no }]\n"), "coder0", new Bases(("team", Team))).Values
            .Where(value => value.Key is "restart" or "model_hint").Select(value => value.Origin?.ToString())
            .ShouldBe(["team.yaml:5:50", "roster.yaml:3:35"]);

    [Fact]
    public void May_extend_what_extends_another()
    {
        var bases = new Bases(("team", Team), ("small-team", "version: 1\nextends: team\nagents: [{ name: rev0, remove: true }]\n"));

        RosterReader.Read(Source("version: 1\nextends: small-team\n"), bases).Roster!.Agents.Select(agent => agent.Name).ShouldBe(["coder0", "coder1"]);
    }

    [Theory]
    [InlineData("version: 1\nextends: one\n", "two.yaml:2:10: error MFI041: the profile extends itself: one -> two -> one\n")]
    [InlineData("version: 1\nextends: itself\n", "itself.yaml:2:10: error MFI041: the profile extends itself: itself -> itself\n")]
    [InlineData("version: 1\nextends: tem\n", "roster.yaml:2:10: error MFI040: there is no profile `tem` to extend\n")]
    [InlineData("version: 1\nextends: team\nagents: [{ name: rev9, remove: true }]\n", "roster.yaml:3:18: error MFI042: there is no agent `rev9` to remove\n")]
    [InlineData("version: 1\nagents: [{ name: rev0, remove: true }]\n", "roster.yaml:2:18: error MFI042: there is no agent `rev0` to remove\n")]
    [InlineData("version: 1\nextends: team\nagents: [{ name: rev0 }, { name: rev0 }]\n", "roster.yaml:3:34: error MFI024: a second agent is named `rev0`\n")]
    [InlineData("extends: team\n", "roster.yaml:1:1: error MFI015: a roster needs the key `version`\n")]
    public void Says_what_is_wrong_and_where(string text, string message)
    {
        var bases = new Bases(("team", Team), ("one", "version: 1\nextends: two\n"), ("two", "version: 1\nextends: one\n"), ("itself", "version: 1\nextends: itself\n"));

        DiagnosticFormatter.Format(RosterReader.Read(Source(text), bases).Diagnostics.ShouldHaveSingleItem()).ShouldStartWith(message);
    }

    private static RosterReading Read(string text) => RosterReader.Read(Source(text), new Bases(("team", Team)));

    private static SourceText Source(string text) => new("roster.yaml", text);

    private sealed class Bases(params (string Name, string Text)[] profiles) : IBaseRosters
    {
        public IReadOnlyCollection<string> Names => [.. profiles.Select(profile => profile.Name)];

        public DecodedText? Find(string name) => profiles.Where(profile => profile.Name == name)
            .Select(profile => new DecodedText(new SourceText($"{name}.yaml", profile.Text), [])).FirstOrDefault();
    }
}
