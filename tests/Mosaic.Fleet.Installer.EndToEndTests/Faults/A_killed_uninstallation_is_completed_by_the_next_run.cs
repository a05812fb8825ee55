using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Faults;

/// <summary>With MOSAIC_SOAK=1, as <c>tests/soak.sh</c> sets it, it is killed at every few calls of a kind; else at one of each.</summary>
public sealed class A_killed_uninstallation_is_completed_by_the_next_run
{
    private const int Killed = 137;
    private const string UserFiles = "cd .config/mosaic/fleet && sha256sum roster.yaml tmux.conf agents/leaves.local.env";

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("MOSAIC_SOAK") == "1";

    [Fact]
    public void Whenever_it_was_and_nothing_of_the_user_s_is_gone()
    {
        Prerequisite.Program("strace");
        using var fleet = new FleetInChange();
        var files = fleet.Host.Shell(UserFiles).ShouldExit(0).Output;
        fleet.Host.Install("uninstall").ShouldExit(0);
        var uninstalled = Tree(fleet);
        var kills = 0;

        foreach (var (call, usual, stride) in new[] { ("fsync", 8, 1), ("renameat2", 20, 4), ("unlink", 60, 9), ("rmdir", 9, 1) })
        {
            var before = kills;
            fleet.Reset();
            for (var number = IsSoak ? 1 : usual; fleet.InstallWith($"{call}:signal=KILL:when={number}", "uninstall").ExitCode == Killed; number += stride)
            {
                var when = $"killed at {call} number {number}";
                kills++;
                fleet.Host.Shell(UserFiles).Output.ShouldBe(files, when);

                // An installation that comes first finds what is left, and takes the file that stayed for the user's.
                if (kills % 2 == 0)
                {
                    fleet.Host.Install("--conflict", "keep").ShouldExit(0);
                    fleet.Host.Shell(UserFiles).Output.ShouldBe(files, when);
                }

                fleet.Host.Install("uninstall").ShouldExit(0);
                Tree(fleet).ShouldBe(uninstalled, when);
                if (!IsSoak)
                {
                    break;
                }

                fleet.Reset();
            }

            kills.ShouldBeGreaterThan(before, $"{call} killed no uninstallation");
        }
    }

    // Between its last two steps it can no longer note that it made these, which are everybody's: they may stay, empty.
    private static string Tree(FleetInChange fleet) =>
        string.Join('\n', fleet.Tree().Split('\n').Where(line => !line.EndsWith("/.local", StringComparison.Ordinal) && !line.EndsWith("/.local/state", StringComparison.Ordinal)));
}
