using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Roster;
using Mosaic.Fleet.Installer.Tests.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class What_agents_expect_of_their_host : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Theory]
    [InlineData("command: true-but-not-here --loud", "roster.yaml:2:35 MFI052")]
    [InlineData("command: ~/bin/agent", "roster.yaml:2:35 MFI052")]
    [InlineData("runtime: claude", "roster.yaml:2:35 MFI052")]
    [InlineData("working_directory: ~/src, runtime: shell", "roster.yaml:2:45 MFI051")]
    public void Is_missed_where_the_roster_says_it(string keys, string expected) => Missing(keys).ShouldBe([expected]);

    [Theory]
    [InlineData("runtime: shell")]
    [InlineData("command: bash -c true")]
    [InlineData("command: exec not-looked-at")]
    [InlineData("command: $AGENT --fast")]
    [InlineData("command: mosaic status")]
    [InlineData("command: mosaic yolo there")]
    [InlineData("working_directory: ~/bin, command: ./there")]
    public void Is_not_missed_where_it_is_there_or_only_the_shell_can_tell(string keys)
    {
        Program("mosaic");
        Program("there");

        Missing(keys).ShouldBeEmpty();
    }

    [Fact]
    public void Is_missed_behind_mosaic_too()
    {
        Program("mosaic");

        Missing("runtime: codex").ShouldBe(["roster.yaml:2:35 MFI052"]);
    }

    [Fact]
    public void Is_said_once_however_many_agents_expect_it() =>
        Missing(RosterText.Read("version: 1\ndefaults: { working_directory: ~/src, runtime: shell }\nagents: [{ name: a }, { name: b }]\n"))
            .ShouldBe(["roster.yaml:2:32 MFI051"]);

    [Fact]
    public void Is_said_once_with_the_first_agent_and_the_number_of_the_others()
    {
        var agents = string.Concat(Enumerable.Range(0, 1000).Select(number => $"  - {{ name: a{number}, command: absent --number {number} }}\n"));
        var roster = RosterText.Read($"version: 1\ndefaults: {{ working_directory: ~/src }}\nagents:\n{agents}");

        Find(roster).Select(diagnostic => diagnostic.Message).ShouldBe(
            ["the working directory `~/src` of `a0` and 999 more does not exist", "the program `absent` of `a0` and 999 more is not on the PATH of your login shell"]);
    }

    [Fact]
    public void Is_reported_by_an_installation_that_goes_on() =>
        _installation.Install("version: 1\nagents: [{ name: a, runtime: shell, working_directory: ~/src }]\n")
            .Warnings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);

    private void Program(string name)
    {
        Directory.CreateDirectory((_installation.Home / "bin").Value);
        File.WriteAllText((_installation.Home / "bin" / name).Value, "");
    }

    private IEnumerable<string> Missing(string keys) => Missing(new FleetRoster("tmux", false, new TmuxSettings("s", "h", 1, false, 1, TimeSpan.Zero), new FleetTools([], [], [], []), [RosterText.ReadAgent(keys)]));

    private IEnumerable<string> Missing(FleetRoster roster) => Find(roster).Select(diagnostic => $"{diagnostic.Location} {diagnostic.Code}");

    private IEnumerable<Diagnostic> Find(FleetRoster roster) =>
        new HostExpectations(new HostFacts($"{_installation.Layout.CommandFolder}:{_installation.Home / "bin"}:/usr/bin:/bin", "C.UTF-8", "/tmp"), _installation.Layout)
            .FindMissing(roster);
}
