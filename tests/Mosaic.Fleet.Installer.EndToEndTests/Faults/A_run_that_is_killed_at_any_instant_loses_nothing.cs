using System.Globalization;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>
/// MOSAIC_KILLS says how often (<c>tests/soak.sh</c> asks for 200), MOSAIC_SEED where chance begins; both are named when it fails.
/// </summary>
public sealed class A_run_that_is_killed_at_any_instant_loses_nothing
{
    private const int UsualKills = 20;

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
            // One kill in each of as many equal parts of the run's time, so that all of it is hit; every other one counts from
            // where it begins to change files, so that some hit it at work however quick the host is.
            var (atItsWork, part) = (kill % 2 == 1, (kill + random.NextDouble()) / kills);
            var after = (atItsWork ? fleet.Work : fleet.Duration) * part;
            var when = $"MOSAIC_KILLS={kills} MOSAIC_SEED={seed}, kill {kill} after {part:0.000} of {(atItsWork ? "its work" : "the run")}";
            fleet.Reset();

            atWork += (atItsWork ? fleet.InstallAndKillAtWork(after) : fleet.InstallAndKill(after)) ? 1 : 0;

            fleet.Damage().ShouldBeEmpty(when);
            fleet.Install().ShouldExit(0);
            fleet.Result().ShouldBe(fleet.Changed, when);
            fleet.Damage().ShouldBeEmpty(when);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"MOSAIC_KILLS={kills} MOSAIC_SEED={seed}: {atWork} kills hit a run at work");
        atWork.ShouldBeGreaterThanOrEqualTo(Math.Max(1, kills / 20), "nearly every run was killed before it began to change files or after it ended");
    }

    private static int? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
