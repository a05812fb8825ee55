using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Reading;

public sealed class The_schema_that_is_printed_is_the_one_that_editors_find
{
    [Fact]
    public void Beside_the_roster()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Install("--profile", "minimal").ShouldExit(0);

        var printed = host.Install("schema").ShouldExit(0).Output;

        printed.ShouldBe(host.Read(".config/mosaic/fleet/roster.schema.json"));
        using var schema = JsonDocument.Parse(printed);
        schema.RootElement.GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        host.Read(".config/mosaic/fleet/roster.yaml").ShouldStartWith("# yaml-language-server: $schema=./roster.schema.json\n");
    }
}
