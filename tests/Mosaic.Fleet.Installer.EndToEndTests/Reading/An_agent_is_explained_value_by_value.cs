using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Reading;

public sealed class An_agent_is_explained_value_by_value
{
    private const string Roster = """
        version: 1
        defaults: { restart: on-failure }
        agents:
          - name: one
            runtime: shell
            env: { EDITOR: vi }
        """;

    [Fact]
    public void With_the_line_that_says_it_or_that_it_is_built_in()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write(".config/mosaic/fleet/roster.yaml", Roster);
        var file = $"{host.Home}/.config/mosaic/fleet/roster.yaml";

        var all = host.Install("explain", "one").ShouldExit(0).Output;
        all.ShouldMatch($@"(?m)^restart +on-failure +{file}:2:22$");
        all.ShouldMatch($@"(?m)^env\.EDITOR +vi +{file}:6:20$");
        all.ShouldMatch("(?m)^command +bash -i +built in$");
        host.Install("explain", "one", "restart").ShouldExit(0).Output.ShouldMatch($@"^restart +on-failure +{file}:2:22\n$");
        using var json = JsonDocument.Parse(host.Install("explain", "one", "enabled", "--json").ShouldExit(0).Output);
        json.RootElement.GetProperty("values")[0].GetProperty("value").GetString().ShouldBe("true");

        host.Install("explain", "oen").ShouldExit(64).Error.ShouldContain("did you mean `one`?");
        host.Install("explain", "one", "restrat").ShouldExit(64).Error.ShouldContain("did you mean `restart`?");
    }
}
