using System.Globalization;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>
/// MOSAIC_KILLS says how often (<c>tests/soak.sh</c> asks for 200), MOSAIC_SEED where chance begins; both are named when it fails.
/// </summary>
public sealed class A_run_that_is_killed_at_any_instant_loses_nothing
{
    private const int UsualKills = 8;

    [Fact]
    public void And_the_next_run_makes_what_an_undisturbed_one_makes()
    {
        var kills = Variable("MOSAIC_KILLS") ?? UsualKills;
        var seed = Variable("MOSAIC_SEED") ?? Random.Shared.Next(1_000_000);
        using var fleet = new LargeFleetInChange();
        var random = new Random(seed);
        var atWork = 0;

        for (var kill = 0; kill < kills; kill++)
        {
            // One kill in each of as many equal parts of the run's time, so that all of it is hit.
            var after = fleet.Duration * ((kill + random.NextDouble()) / kills);
            var when = $"MOSAIC_KILLS={kills} MOSAIC_SEED={seed}, kill {kill} after {after.TotalMilliseconds:0} of {fleet.Duration.TotalMilliseconds:0} ms";
            fleet.Reset();

            atWork += fleet.InstallAndKill(after) ? 1 : 0;

            fleet.Damage().ShouldBeEmpty(when);
            fleet.Install().ShouldExit(0);
            fleet.Result().ShouldBe(fleet.Changed, when);
            fleet.Damage().ShouldBeEmpty(when);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"MOSAIC_KILLS={kills} MOSAIC_SEED={seed}: {atWork} kills hit a run at work");
        // Of a few kills all may miss the work, where the host was quicker when the run was measured.
        atWork.ShouldBeGreaterThanOrEqualTo(kills / 100, "every run was killed before it began or after it ended");
    }

    private static int? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
