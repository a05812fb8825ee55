using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

/// <summary>Without systemd, and when orders come while an agent's former processes are still being ended, which these make slow.</summary>
public sealed class A_supervisor_heeds_every_order
{
    private const string Orphan = "sleep 4321";

    private const string Roster = """
        version: 1
        defaults: { working_directory: ~/src, restart_delay: 1s }
        runtimes:
          stubborn: { command: sh stubborn }
        agents:
          - { name: always0, runtime: stubborn }
          - { name: failure0, runtime: stubborn, restart: on-failure }
          - { name: never0, runtime: stubborn, restart: no }
        """;

    // It leaves behind a process that nothing but SIGKILL ends, and ends with the number in a file of its agent's name.
    private const string Stubborn = $"""
        setsid sh -c 'trap "" TERM HUP; {Orphan}; {Orphan}' &
        until [ -s "$MOSAIC_AGENT_NAME" ]; do sleep 0.05; done
        exit "$(cat "$MOSAIC_AGENT_NAME")"
        """;

    [Fact]
    public void However_busy_it_is()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write("src/stubborn", Stubborn);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        StartWhatHasJustEnded(host, fleet);
        StopWhatIsRestarted(host, fleet);
        FollowThePolicyOfWhatWasAdopted(host, fleet);
        KeepDownWhatWaitedForItsTurn(host, fleet);

        fleet.Mosaic("fleet", "stop").ShouldExit(0);
        Count(host, Orphan).ShouldBe(0);
        host.WaitUntil("the supervisor and the courier have ended", () => Count(host, "supervise[.]sh|deliver-mail[.]sh") == 0);
    }

    private static void StartWhatHasJustEnded(Host host, InstalledFleet fleet)
    {
        End(host, "never0", 3);
        host.WaitUntil("its end is known", () => fleet.Status("never0").State == "failed");
        host.Run("rm", "src/never0").ShouldExit(0);

        fleet.Mosaic("fleet", "start", "never0").ShouldExit(0);

        fleet.Status("never0").State.ShouldBe("running");
    }

    private static void StopWhatIsRestarted(Host host, InstalledFleet fleet)
    {
        var program = fleet.Status("always0").Pid;

        host.Shell($"mosaic fleet restart always0 & while kill -0 {program}; do sleep 0.02; done; mosaic fleet stop always0").ShouldExit(0);

        fleet.Status("always0").State.ShouldBe("stopped");
        Count(host, Orphan).ShouldBe(2 * 2, "those of the two others");
        fleet.Mosaic("fleet", "start", "always0").ShouldExit(0);
    }

    private static void FollowThePolicyOfWhatWasAdopted(Host host, InstalledFleet fleet)
    {
        var supervisor = fleet.Tmux("display-message", "-p", "-t", "=_holder:", "#{pane_pid}").Output.Trim();
        host.Run("kill", "-KILL", supervisor).ShouldExit(0);
        host.WaitUntil("all agents are adopted", () => Count(host, "^tail --pid") == 3);

        End(host, "failure0", 0);

        host.WaitUntil("the supervisor says what it does", () => Said(fleet).Contains("failure0: ", StringComparison.Ordinal));
        Said(fleet).ShouldMatch("failure0: exited with status 0 after [0-9]+ s\n");
        host.Run("rm", "src/failure0").ShouldExit(0);
    }

    // What is not to be restarted is not started on the next server either.
    private static void KeepDownWhatWaitedForItsTurn(Host host, InstalledFleet fleet)
    {
        fleet.Mosaic("fleet", "stop", "never0").ShouldExit(0);
        host.Shell("sed -i 's/^MOSAIC_FLEET_START_INTERVAL=.*/MOSAIC_FLEET_START_INTERVAL=5/' .config/mosaic/fleet/fleet.env").ShouldExit(0);
        fleet.Mosaic("fleet", "restart", "always0").ShouldExit(0);
        var server = fleet.ServerPid;
        host.Shell("mosaic fleet start never0 >/dev/null 2>&1 &").ShouldExit(0);
        host.WaitUntil("its launcher waits", () => Count(host, "start-agent-session[.]sh never0") > 0);

        host.Run("kill", "-KILL", server.ToString(CultureInfo.InvariantCulture)).ShouldExit(0);

        fleet.WaitFor("always0", "running");
        host.WaitUntil("nothing starts it any more", () => Count(host, "start-agent-session[.]sh never0") == 0);
        fleet.Tmux("has-session", "-t", "=never0").ExitCode.ShouldBe(1);
        fleet.Status("never0").State.ShouldBe("stopped");
    }

    private static void End(Host host, string agent, int status) =>
        host.Write($"src/{agent}", status.ToString(CultureInfo.InvariantCulture));

    private static string Said(InstalledFleet fleet) => fleet.Tmux("capture-pane", "-p", "-S", "-", "-t", "=_holder:").Output;

    private static int Count(Host host, string pattern) =>
        int.Parse(host.Run("pgrep", "-fc", pattern).Output, CultureInfo.InvariantCulture);
}
