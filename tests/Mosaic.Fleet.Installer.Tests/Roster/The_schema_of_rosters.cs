using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster;
using Mosaic.Fleet.Installer.Roster.Language;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

public sealed class The_schema_of_rosters
{
    private static readonly JsonNode Schema = JsonNode.Parse(RosterSchema.ToUtf8())!;

    [Fact]
    public void Describes_each_key_of_an_agent_to_an_editor()
    {
        var agent = Schema["properties"]!["agents"]!["items"]!["properties"]!;

        foreach (var key in AgentKeys.Kind.Keys)
        {
            agent[key.Name]!["description"]!.GetValue<string>().ShouldBe(key.Description);
        }
    }

    [Theory]
    [InlineData("enabled", "true")]
    [InlineData("restart", "\"always\"")]
    [InlineData("restart_delay", "\"5s\"")]
    [InlineData("persistent_persona", "false")]
    [InlineData("runtime", "\"claude\"")]
    public void Says_what_holds_where_nothing_is_written(string key, string value) =>
        Schema["properties"]!["defaults"]!["properties"]![key]!["default"]!.ToJsonString().ShouldBe(value);

    [Fact]
    public void Takes_no_key_that_the_reader_does_not() =>
        (Schema["additionalProperties"]!.GetValue<bool>() || Schema["properties"]!["tmux"]!["additionalProperties"]!.GetValue<bool>()).ShouldBeFalse();

    [Fact]
    public void Wants_the_version_and_agents_or_a_profile_that_has_them()
    {
        Schema["required"]!.ToJsonString().ShouldBe("""["version"]""");
        Schema["anyOf"]!.ToJsonString().ShouldBe("""[{"required":["agents"]},{"required":["extends"]}]""");
    }
}
