using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed class An_agent_is_explained : IDisposable
{
    private const string Roster = """
        version: 1
        defaults: { restart: on-failure }
        agents:
          - { name: one, runtime: shell, limits: { memory: 4G } }
        """;

    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void With_the_place_of_each_value_of_the_roster_that_is_installed()
    {
        _installation.Install(Roster);

        var result = Tool.Run(_installation, "explain", "one");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain($"restart              on-failure  {_installation.Layout.DefaultRoster}:2:22\n");
        result.Output.ShouldContain("command              bash -i     built in\n");
    }

    [Theory]
    [InlineData("limits", "limits.memory  4G  -:4:52\n")]
    [InlineData("restart", "restart  on-failure  -:2:22\n")]
    public void By_one_key_alone_and_from_standard_input(string key, string expected) =>
        Tool.Run(_installation, Roster, ["explain", "one", key, "--roster", "-"]).Output.ShouldBe(expected);

    [Fact]
    public void For_programs_too()
    {
        var result = Tool.Run(_installation, Roster, ["explain", "one", "restart", "--roster", "-", "--json"]);

        JsonDocument.Parse(result.Output).RootElement.GetProperty("values")[0].GetProperty("origin").GetProperty("line").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("two", null, 64, "the roster has no agent `two`")]
    [InlineData("one", "restrat", 64, "did you mean `restart`?")]
    public void Unless_there_is_no_such_agent_or_key(string agent, string? key, int exitCode, string message)
    {
        string[] words = ["explain", agent, .. key is null ? [] : new[] { key }, "--roster", "-"];

        var result = Tool.Run(_installation, Roster, words);

        result.ExitCode.ShouldBe(exitCode);
        result.Errors.ShouldContain(message);
    }

    [Fact]
    public void Unless_the_roster_is_wrong() => Tool.Run(_installation, "version: 2\n", ["explain", "one", "--roster", "-"]).ExitCode.ShouldBe(65);
}
