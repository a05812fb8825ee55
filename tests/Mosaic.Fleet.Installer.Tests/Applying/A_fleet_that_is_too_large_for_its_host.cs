using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;
using Mosaic.Fleet.Installer.Tests.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class A_fleet_that_is_too_large_for_its_host
{
    [Theory]
    [InlineData(10, "false", 110)]
    [InlineData(10, "true", 120)]
    public void Is_one_agent_more_than_the_files_that_a_server_may_open(int agents, string logging, long limit)
    {
        Should.NotThrow(() => FileLimit.Check(Fleet(agents, logging), limit));
        Should.NotThrow(() => FileLimit.Check(Fleet(agents, logging), limit: null));

        var refusal = Should.Throw<InstallationException>(() => FileLimit.Check(Fleet(agents, logging), limit - 1));

        var diagnostic = refusal.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(DiagnosticCode.TooManyAgents);
        diagnostic.Location!.Line.ShouldBe(agents + 3);
        diagnostic.Message.ShouldContain($"may open {limit - 1} files, enough for {agents - 1} agents, and there are {agents}");
        diagnostic.Hint!.ShouldContain("LimitNOFILE=");
    }

    [Theory]
    [InlineData("Limit                     Soft Limit           Hard Limit           Units     \nMax open files            1024                 524288               files     \n", 524288L)]
    [InlineData("Max open files            1024                 unlimited            files     \n", null)]
    [InlineData("", null)]
    public void Is_measured_by_the_hard_limit(string limits, long? expected) => FileLimit.Parse(limits).ShouldBe(expected);

    private static FleetRoster Fleet(int agents, string logging) => RosterText.Read(
        $"version: 1\nlogging: {logging}\nagents:\n{string.Concat(Enumerable.Range(1, agents).Select(number => $"  - {{ name: a{number}, runtime: shell }}\n"))}");
}
