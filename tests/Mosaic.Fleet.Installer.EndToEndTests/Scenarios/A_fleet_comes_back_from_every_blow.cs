using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_fleet_comes_back_from_every_blow
{
    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void And_its_status_tells_the_truth_throughout(HostKind kind)
    {
        using var faults = new FleetUnderFaults(kind);

        faults.Suffer("an agent's program is killed", () => Restarts(faults, "coder0", () => faults.Kill(faults.Program("coder0"))));
        faults.Suffer("the shell of an agent's pane is killed", () => Restarts(faults, "coder1", () => faults.Kill(Number(faults.Ask("coder1", "#{pane_pid}")))));
        faults.Suffer("an agent's launcher is killed", () => Restarts(faults, "coder1", () => faults.Kill(faults.Launcher("coder1"))));
        faults.Suffer("an agent's session is closed", () => Restarts(faults, "coder1", () => faults.Fleet.Tmux("kill-session", "-t", "=coder1").ShouldExit(0)));
        faults.Suffer("the tmux server is killed", () => AllRestart(faults, () => faults.Kill(faults.Fleet.ServerPid)));
        faults.Suffer("the holder's session is closed", () => NobodyRestarts(faults, () => faults.Fleet.Tmux("kill-session", "-t", "=_holder").ShouldExit(0)));
        faults.Suffer("a stop comes in the middle of a start", () => StopWhileItStarts(faults));
        faults.Suffer("the roster is installed anew in the middle of a start", () => InstallWhileItStarts(faults));
        if (faults.Host.HasUserManager)
        {
            faults.Suffer("an agent's program is killed, and nobody notices", () => Restarts(faults, "coder0", () => KillUnnoticed(faults)));
            faults.Suffer("systemd executes itself anew", () => NobodyRestarts(faults, () => faults.Host.Run("systemctl", "--user", "daemon-reexec").ShouldExit(0)));
            faults.Suffer("the user manager is killed, and its units stay behind", () => RestartManager(faults, withUnits: false));
            faults.Suffer("the user manager is killed with its units", () => RestartManager(faults, withUnits: true));
        }
        else
        {
            faults.Suffer("the supervisor is killed", () => NobodyRestarts(faults, () => faults.Kill(Number(faults.Ask("_holder", "#{pane_pid}")))));
            faults.Suffer("the supervisor's process for an agent is killed", () => LoseKeeper(faults));
            faults.Suffer("the holder's session is closed, and tmux makes no other", () => NobodyRestarts(faults, () =>
                faults.Fleet.Tmux("set-hook", "-gu", "session-closed", ";", "kill-session", "-t", "=_holder").ShouldExit(0)));
        }
    }

    private static void Restarts(FleetUnderFaults faults, string agent, Action blow)
    {
        var (before, restarts, server) = (Pids(faults), faults.Fleet.Status(agent).Restarts, faults.Fleet.ServerPid);
        blow();
        faults.WaitUntil($"{agent} runs again", status => status.Any(now => now.Name == agent && now.Pid is int pid && pid != before[agent]));
        faults.Fleet.Status(agent).Restarts.ShouldBe(restarts + 1);
        faults.Fleet.ServerPid.ShouldBe(server);
        Pids(faults).Count(now => before[now.Key] == now.Value).ShouldBe(before.Count - 1, "the other agents are left alone");
    }

    // The shell of its pane and its launcher, which would tell the others, stand still.
    private static void KillUnnoticed(FleetUnderFaults faults)
    {
        var program = faults.Program("coder0");
        var freeze = faults.Host.Shell($"sed -n 's,^0::\\(.*\\),/sys/fs/cgroup\\1/cgroup.freeze,p' /proc/{program}/cgroup").ShouldExit(0).Output.Trim();
        faults.Host.Shell($"echo 1 >'{freeze}'").ShouldExit(0);
        faults.Kill(program);
        faults.WaitUntil("status notices", status => status[0].State == "stopped");
        faults.Host.Shell($"echo 0 >'{freeze}'").ShouldExit(0);
    }

    private static void AllRestart(FleetUnderFaults faults, Action blow)
    {
        var before = Pids(faults);
        blow();
        faults.WaitUntil("all run again", status => status.All(now => now.Pid is int pid && pid != before[now.Name]));
    }

    private static void NobodyRestarts(FleetUnderFaults faults, Action blow)
    {
        var (before, server) = (Pids(faults), faults.Fleet.ServerPid);
        blow();
        faults.Host.WaitUntil("the holder's session is there", () => faults.Fleet.Tmux("has-session", "-t", "=_holder").ExitCode == 0);
        faults.WaitUntil("it is known how they are", status => status.All(agent => agent.State != "unknown"));
        faults.Fleet.ServerPid.ShouldBe(server);
        Pids(faults).ShouldBe(before);
    }

    private static void StopWhileItStarts(FleetUnderFaults faults)
    {
        var stop = faults.Host.HasUserManager ? "systemctl --user stop 'mosaic-agent@*.service' mosaic-tmux-holder.service" : "mosaic fleet stop";
        foreach (var moment in new[] { "0.1", "0.2", "0.3" })
        {
            faults.Fleet.Mosaic("fleet", "stop").ShouldExit(0);
            faults.Host.Shell($"mosaic fleet start >/dev/null 2>&1 & sleep {moment}; {stop}; wait").ShouldExit(0);
            faults.Fleet.Status().ShouldAllBe(agent => agent.State != "failed");
        }

        faults.Fleet.Mosaic("fleet", "start").ShouldExit(0);
    }

    private static void InstallWhileItStarts(FleetUnderFaults faults)
    {
        var roster = faults.Host.Read(".config/mosaic/fleet/roster.yaml");
        faults.Fleet.Mosaic("fleet", "stop").ShouldExit(0);
        faults.Host.Write(".config/mosaic/fleet/roster.yaml", roster.Replace("name: coder2", "{ name: coder2, env: { GREETING: hello } }", StringComparison.Ordinal));

        faults.Host.Shell("mosaic fleet start & DOTNET_ROOT=/run/dotnet /run/tool/mosaic-fleet-install; status=$?; wait $! && exit $status").ShouldExit(0);

        faults.Fleet.Status().ShouldAllBe(agent => agent.State == "running");
        faults.Host.Install("--restart-changed").ShouldExit(0);
        faults.Fleet.Status().ShouldAllBe(agent => agent.Configuration == "current");
        faults.Fleet.ReadOfProgram("coder2", "environ").ShouldContain("GREETING=hello");
    }

    private static void RestartManager(FleetUnderFaults faults, bool withUnits)
    {
        var before = Pids(faults);
        faults.Witness.WhileProbesFail(
            () => faults.Host.KillUserManager(withUnits),
            () => faults.Fleet.Mosaic("fleet", "status").ShouldExit(4),
            faults.Host.StartUserManager);
        faults.WaitUntil("all run again", status => status.All(now => now.Pid is int pid && pid != before[now.Name]));
    }

    // The process that waits for the launcher's end, on behalf of the supervisor.
    private static void LoseKeeper(FleetUnderFaults faults)
    {
        var keeper = faults.Host.Shell($"ps -o ppid= -p {faults.Launcher("coder0")}").Output;
        NobodyRestarts(faults, () => faults.Kill(Number(keeper)));
        Restarts(faults, "coder0", () => faults.Kill(faults.Program("coder0")));
    }

    private static Dictionary<string, int?> Pids(FleetUnderFaults faults) => faults.Fleet.Status().ToDictionary(agent => agent.Name, agent => agent.Pid);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
