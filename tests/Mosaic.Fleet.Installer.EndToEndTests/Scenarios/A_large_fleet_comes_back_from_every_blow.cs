using System.Diagnostics;
using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

/// <summary>
/// Blows that hit all agents at once. MOSAIC_AGENTS says how many there are, 300 where it does not; <c>tests/soak.sh</c> runs it.
/// </summary>
public sealed class A_large_fleet_comes_back_from_every_blow
{
    private static readonly int Size =
        int.TryParse(Environment.GetEnvironmentVariable("MOSAIC_AGENTS"), CultureInfo.InvariantCulture, out var size) ? size : 300;

    [Theory(Explicit = true)]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    public void And_its_status_tells_the_truth_throughout(HostKind kind)
    {
        var elapsed = Stopwatch.StartNew();
        using var faults = new FleetUnderFaults(kind, Size);
        Report(kind, "install and start", elapsed);

        Suffer(faults, "all programs are killed at once", () => AllRestart(faults, sameServer: true, () => faults.Kill(Pids(faults).Values)));
        Suffer(faults, "the tmux server is killed", () => AllRestart(faults, sameServer: false, () => faults.Kill(faults.Fleet.ServerPid)));
        Suffer(faults, "systemd is told to stop in the middle of a start", () =>
            StopWhileItStarts(faults, "systemctl --user stop 'mosaic-agent@*.service' mosaic-tmux-holder.service"));
        Suffer(faults, "a stop comes in the middle of a start", () => StopWhileItStarts(faults, "mosaic fleet stop"));

        void Suffer(FleetUnderFaults faults, string name, Action blow)
        {
            elapsed.Restart();
            faults.Suffer(name, blow);
            Report(kind, name, elapsed);
        }
    }

    private static void AllRestart(FleetUnderFaults faults, bool sameServer, Action blow)
    {
        var (before, server) = (Pids(faults), faults.Fleet.ServerPid);
        blow();
        faults.WaitUntil("all run again", status => status.All(now => now is { State: "running", Pid: int pid } && pid != before[now.Name]));
        (faults.Fleet.ServerPid == server).ShouldBe(sameServer);
    }

    // When few agents are up, half of them, and nearly all.
    private static void StopWhileItStarts(FleetUnderFaults faults, string stop)
    {
        faults.Host.Shell("mosaic fleet stop", faults.Patience).ShouldExit(0);
        foreach (var up in new[] { Size / 10, Size / 2, Size * 9 / 10 })
        {
            faults.Host.Shell(
                $$"""
                mosaic fleet start >/dev/null 2>&1 &
                until (($(tmux -N -L mosaic-factory list-sessions 2>/dev/null | wc -l) > {{up}})); do sleep 0.02; done
                {{stop}}
                wait
                """,
                faults.Patience).ShouldExit(0);
            faults.Fleet.Status().ShouldAllBe(agent => agent.State != "failed");
            faults.Host.Shell("mosaic fleet stop", faults.Patience).ShouldExit(0);
            faults.Fleet.Status().ShouldAllBe(agent => agent.State == "stopped");
            faults.Count("bash -i").ShouldBe(0);
        }

        faults.Host.Shell("mosaic fleet start", faults.Patience).ShouldExit(0);
    }

    private static Dictionary<string, int> Pids(FleetUnderFaults faults) =>
        faults.Fleet.Status().ToDictionary(agent => agent.Name, agent => agent.Pid.ShouldNotBeNull());

    private static void Report(HostKind kind, string what, Stopwatch elapsed) => TestContext.Current.SendDiagnosticMessage(
        string.Create(CultureInfo.InvariantCulture, $"{kind}, {Size} agents: {what}: {elapsed.Elapsed.TotalSeconds:0.0} s"));
}
