using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class Starts_are_paced
{
    private const string Run = ".local/state/mosaic/fleet/run";

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void By_the_interval_of_the_roster(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            tmux: { start_interval: 2s }
            defaults: { runtime: shell, working_directory: ~/src }
            agents: [{ name: one }, { name: two }, { name: three }]
            """);

        var asked = Seconds(host.Run("date", "+%s.%3N").Output);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        // What a start notes once its turn has come. A busy host takes its time between the two, so that only the sum tells.
        var starts = host.Shell($"stat -c %.3Y {Run}/{{one,two,three}}.stamp").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(Seconds).ToList();
        starts.Count.ShouldBe(3);
        (starts.Max() - asked).ShouldBeGreaterThan(3.9);
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void By_how_many_may_be_on_their_way_up(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            tmux: { start_parallel: 1 }
            defaults: { runtime: shell, working_directory: ~/src }
            agents: [{ name: one }, { name: two }]
            """);

        // The place of the one that may start is taken until the file is gone.
        host.Shell($"mkdir -p {Run}; touch taken; flock {Run}/start-turn.0 bash -c 'while [[ -e taken ]]; do sleep 0.02; done' >/dev/null 2>&1 & until ! flock -n {Run}/start-turn.0 true; do sleep 0.02; done").ShouldExit(0);
        fleet.Mosaic("fleet", "start", "--timeout", "2", "one").ShouldExit(75);
        fleet.WaitFor("one", "starting");

        host.Run("rm", "taken").ShouldExit(0);

        fleet.WaitFor("one", "running");
    }

    private static double Seconds(string time) => double.Parse(time, CultureInfo.InvariantCulture);
}
