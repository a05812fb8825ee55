using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Diagnosis;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Tests.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

/// <summary>What <c>doctor</c> says of the programs that tools run.</summary>
public sealed class What_tools_expect_of_their_host : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void Is_asked_for_where_the_roster_chooses_them_only() => Examine("[]").ShouldBeEmpty();

    [Fact]
    public void Is_there_or_named_suite_by_suite()
    {
        foreach (var program in new[] { "tea", "jq" })
        {
            File.WriteAllText((_installation.Home / program).Value, string.Empty);
        }

        Examine("[git, woodpecker]").Select(finding => (finding.Check, finding.Level, finding.Seen, finding.Mend?.Split("    ")[0])).ShouldBe(
        [
            ("tools git", FindingLevel.Ok, "tea and jq are there", null),
            ("tools woodpecker", FindingLevel.Warning, "curl not on the PATH of the fleet", "sudo apt-get install curl"),
        ]);

        File.Delete((_installation.Home / "tea").Value);
        Examine("[git]").ShouldHaveSingleItem().Seen.ShouldBe("tea not on the PATH of the fleet");
    }

    private IEnumerable<Finding> Examine(string suites) => ToolChecks.Examine(new ExaminedHost
    {
        Variables = _installation.Variables,
        Layout = _installation.Layout,
        Record = InstallationRecord.Parse(string.Empty),
        IsInstalled = true,
        Roster = RosterText.Read($"version: 1\ntools: {suites}\nagents: [{{ name: canary }}]\n"),
        Facts = new HostFacts(_installation.Home.Value, "C.UTF-8", "/tmp"),
        LoginSearchPath = null,
        Manager = UserSystemd.Find(_installation.Variables),
    });
}
