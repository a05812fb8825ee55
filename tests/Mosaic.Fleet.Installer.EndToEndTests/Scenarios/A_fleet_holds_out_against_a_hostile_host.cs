using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_fleet_holds_out_against_a_hostile_host
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void And_its_status_tells_the_truth_throughout(HostKind kind)
    {
        using var faults = new FleetUnderFaults(kind);

        faults.Suffer("somebody opens a second window in an agent's session", () => OpenWindow(faults));
        faults.Suffer("a signal of an earlier end comes late", () => SignalLate(faults));
        faults.Suffer("an agent leaves a daemon behind", () => LeaveDaemon(faults));
        faults.Suffer("the socket is deleted while an agent starts", () => DeleteSocket(faults, "rm /tmp/tmux-*/mosaic-factory"));
        faults.Suffer("the socket's folder is moved away", () => DeleteSocket(faults, "mv /tmp/tmux-$UID /tmp/elsewhere"));
        faults.Suffer("/tmp is full", () => FillUp(faults));
        faults.Suffer("the tmux server hangs", () => Hang(faults));
        faults.Suffer("another server sits on the socket", () => TakeSocket(faults));
    }

    private static void OpenWindow(FleetUnderFaults faults)
    {
        var program = faults.Program("coder0");
        faults.Fleet.Tmux("new-window", "-d", "-t", "=coder0:", "while sleep 0.2; do echo noise; done").ShouldExit(0);
        faults.WaitUntil("status tells when the agent's own window last printed", status =>
            Activities(faults) is [var agent, var other] && agent < other && status[0].Activity == agent);

        faults.Kill(program);

        faults.WaitUntil("the agent runs again", status => status[0] is { State: "running", Pid: int pid } && pid != program);
        faults.Host.WaitUntil("the window has gone with the session", () => Activities(faults).Length == 1);
    }

    private static long[] Activities(FleetUnderFaults faults) =>
        [.. faults.Fleet.Tmux("list-windows", "-t", "=coder0:", "-F", "#{window_activity}").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(time => long.Parse(time, CultureInfo.InvariantCulture))];

    // Neither a channel that remembers a signal nor the supervisor's pipe ends an agent that is not meant.
    private static void SignalLate(FleetUnderFaults faults)
    {
        faults.Fleet.Mosaic("fleet", "restart", "coder0").ShouldExit(0);
        foreach (var channel in new[] { "coder0", "mosaic-coder0", "mosaic-agent-coder0", faults.Ask("coder0", "#{session_id}") })
        {
            faults.Fleet.Tmux("wait-for", "-S", channel).ShouldExit(0);
        }

        var program = faults.Program("coder0");
        faults.Host.Shell("orders=.local/state/mosaic/fleet/run/orders; [[ ! -p $orders ]] || echo 'ended coder0 1 0' >$orders").ShouldExit(0);
        // Once this order has been heeded, that before it was read.
        faults.Fleet.Mosaic("fleet", "restart", "coder2").ShouldExit(0);
        faults.Witness.WaitForLook();
        faults.Program("coder0").ShouldBe(program);
    }

    private static void LeaveDaemon(FleetUnderFaults faults)
    {
        faults.Count(FleetUnderFaults.Daemon).ShouldBe(1);
        faults.Fleet.Mosaic("fleet", "restart", "coder1").ShouldExit(0);
        faults.Host.WaitUntil("there is one daemon", () => faults.Count(FleetUnderFaults.Daemon) == 1);
        faults.Fleet.Mosaic("fleet", "stop", "coder1").ShouldExit(0);
        faults.Count(FleetUnderFaults.Daemon).ShouldBe(0);
        faults.Fleet.Mosaic("fleet", "start", "coder1").ShouldExit(0);
    }

    private static void DeleteSocket(FleetUnderFaults faults, string delete)
    {
        var (program, server) = (faults.Program("coder0"), faults.Fleet.ServerPid);
        faults.Host.Shell($"kill -KILL {program}; {delete}").ShouldExit(0);
        faults.WaitUntil("the agent runs again", status => status[0] is { State: "running", Pid: int pid } && pid != program);
        faults.Fleet.ServerPid.ShouldBe(server);
        faults.Host.Shell("[[ ! -e /tmp/elsewhere ]] || mv /tmp/elsewhere/default /tmp/tmux-$UID").ShouldExit(0);
    }

    private static void FillUp(FleetUnderFaults faults)
    {
        faults.Host.ShellAsRoot("mount -o remount,size=1m /tmp; cat /dev/zero >/tmp/full 2>/dev/null; ! echo more >/tmp/more").ShouldExit(0);
        var program = faults.Program("coder0");
        faults.Kill(program);
        faults.WaitUntil("the agent runs again", status => status[0] is { State: "running", Pid: int pid } && pid != program);
        var server = faults.Fleet.ServerPid;
        faults.Kill(server);
        faults.Host.WaitUntil("another server runs", () => faults.Fleet.ServerPid is not 0 and int pid && pid != server);
        faults.WaitUntil("all agents run", status => status.All(agent => agent.State == "running"));
        faults.Fleet.Mosaic("agent", "send", "coder0", "-m", "hello").ShouldExit(0);
        faults.Host.ShellAsRoot("rm -f /tmp/full /tmp/more; mount -o remount,size=50% /tmp").ShouldExit(0);
    }

    private static void Hang(FleetUnderFaults faults)
    {
        var (server, before) = (faults.Fleet.ServerPid, faults.Fleet.Status().Take(2).Select(agent => agent.Pid).ToList());
        faults.Witness.WhileProbesFail(
            () => Signal(faults, "STOP", server),
            () => CommandsEnd(faults),
            () => Signal(faults, "CONT", server));

        faults.WaitUntil("the third is stopped", status => status[2].State == "stopped");
        faults.Fleet.ServerPid.ShouldBe(server);
        faults.WaitUntil("the others run as before", status => status.Take(2).Select(agent => agent.Pid).SequenceEqual(before));
        faults.Fleet.Mosaic("fleet", "start", "coder2").ShouldExit(0);
    }

    private static void CommandsEnd(FleetUnderFaults faults)
    {
        (string Command, int ExitCode, string Error)[] commands =
        [
            ("mosaic fleet status", 4, "does not answer"),
            ("mosaic fleet start coder0 coder1", 75, "does not answer"),
            ("mosaic agent tail coder0", 75, "does not answer"),
            ("mosaic fleet stop --timeout 10 coder2", 75, "does not answer|not done in 10 seconds"),
        ];
        // All at a time, since each waits for tmux.
        Parallel.ForEach(commands, command =>
            faults.Host.Shell(command.Command, Patience).ShouldExit(command.ExitCode).Error.ShouldMatch(command.Error));
    }

    private static void TakeSocket(FleetUnderFaults faults)
    {
        faults.Fleet.Mosaic("fleet", "stop").ShouldExit(0);
        faults.Fleet.ServerPid.ShouldBe(0);
        faults.Host.Run("tmux", "-L", "mosaic-factory", "new-session", "-d", "-s", "theirs", "sleep 1000").ShouldExit(0);
        var server = faults.Fleet.ServerPid;

        faults.Fleet.Mosaic("fleet", "start").ShouldExit(78).Error.ShouldContain("tmux -L mosaic-factory kill-server");
        if (faults.Host.HasUserManager)
        {
            faults.Host.Run("systemctl", "--user", "start", "mosaic-fleet.target");
            const string Holder = "systemctl --user show --property SubState,NRestarts --value mosaic-tmux-holder.service | sort";
            faults.Host.WaitUntil("systemd does not try again", () => faults.Host.Shell(Holder).Output == "0\nfailed\n");
        }

        faults.Fleet.Mosaic("fleet", "status").ShouldExit(3);
        faults.Fleet.ServerPid.ShouldBe(server);
        faults.Fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("theirs\n");
        faults.Fleet.Tmux("kill-server").ShouldExit(0);
        faults.Fleet.Mosaic("fleet", "start").ShouldExit(0);
    }

    private static void Signal(FleetUnderFaults faults, string signal, int pid) =>
        faults.Host.Run("kill", $"-{signal}", pid.ToString(CultureInfo.InvariantCulture)).ShouldExit(0);
}
