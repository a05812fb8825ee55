using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

public sealed class A_courier_delivers_each_message_once
{
    private const string Agents = """
          - name: coder0
          - name: coder1
          - name: coder2
        """;

    [Fact]
    public void And_one_agent_that_takes_nothing_holds_up_no_other()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = FolderFleet.Install(host, Agents);
        fleet.Spool("coder2", "one");
        fleet.Open("coder2");
        var courier = fleet.StartCourier();
        // What waited before it came, it finds by itself.
        fleet.WaitForTaken("coder2", 1);

        fleet.Open("coder0", "busy");
        fleet.Gate("coder1");
        fleet.Spool("coder0", "one");
        fleet.Spool("coder0", "two");
        host.Shell("mosaic agent send coder1 -S me -m one >one.result 2>&1 &").ShouldExit(0);
        fleet.WaitAtGate("coder1");
        // What comes later goes behind it.
        fleet.Spool("coder1", "two");
        fleet.Commands.Mosaic("agent", "send", "coder2", "-S", "me", "-m", "two").ShouldExit(0);

        fleet.Remove("coder0", "busy");
        fleet.WaitForTaken("coder0", 2);
        fleet.Taken("coder0").ShouldBe(["[me] one", "[me] two"]);
        host.Shell("rm desks/coder1/entered; echo go >desks/coder1/gate").ShouldExit(0);
        fleet.WaitAtGate("coder1");
        fleet.Remove("coder1", "entered");
        host.Shell("echo go >desks/coder1/gate").ShouldExit(0);
        fleet.WaitForTaken("coder1", 2);
        fleet.Taken("coder1").ShouldBe(["[me] one", "[me] two"]);

        // With nothing to do it sleeps.
        host.WaitUntil("its workers have ended", () => host.Shell($"pgrep -P {courier}").ExitCode == 1);
        var before = ProcessorTime(host, courier);
        host.Run("sleep", "2").ShouldExit(0);
        ProcessorTime(host, courier).ShouldBe(before);

        // After an update it is the new program, under its old number.
        host.Run("sed", "-i", "2itouch ~/renewed", ".config/mosaic/tools/fleet/deliver-mail.sh").ShouldExit(0);
        fleet.Open("coder2", "busy");
        fleet.Spool("coder2", "three");
        host.WaitUntil("the courier is the new program", () => File.Exists(host.Outside("renewed")));
        fleet.Remove("coder2", "busy");
        fleet.WaitForTaken("coder2", 3);

        // Told to end, it finishes what it is at.
        fleet.Open("coder1", "busy");
        fleet.Spool("coder1", "three");
        fleet.Spool("coder1", "four");
        fleet.Remove("coder1", "busy");
        fleet.WaitAtGate("coder1");
        host.Run("kill", courier).ShouldExit(0);
        host.WaitUntil("it waits for its worker", () => host.ShellAsRoot($"cat /proc/{courier}/wchan").Output == "do_wait");
        host.Shell("echo go >desks/coder1/gate").ShouldExit(0);
        host.WaitUntil("the courier has ended", () => host.Run("kill", "-0", courier).ExitCode == 1);
        fleet.Taken("coder1")[2..].ShouldBe(["[me] three"]);
        fleet.Messages("coder1", "new").Length.ShouldBe(1);
        fleet.CallsOfTmux.ShouldBeEmpty();
    }

    [Fact]
    public void And_says_so_when_nobody_knows_because_it_was_killed()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = FolderFleet.Install(host, Agents);
        foreach (var text in (string[])["one", "two", "three"])
        {
            fleet.Spool("coder0", text);
        }

        fleet.Gate("coder0");
        var courier = fleet.StartCourier();
        fleet.WaitAtGate("coder0");
        fleet.Messages("coder0", "pasting").Length.ShouldBe(1);
        fleet.Commands.Mosaic("agent", "queue", "coder0", "drop", "1").ShouldExit(75);

        // With all that it runs, as by systemd.
        host.Run("kill", "-KILL", "--", $"-{courier}").ShouldExit(0);
        fleet.Remove("coder0", "gate");
        courier = fleet.StartCourier();
        fleet.WaitForTaken("coder0", 2);
        fleet.Taken("coder0").ShouldBe(["[me] two", "[me] three"]);
        fleet.Messages("coder0", "unconfirmed").ShouldBe(["0000000001"]);

        // Alone: what it had begun goes on to its end, and the next one does not interfere.
        fleet.Open("coder1", "busy");
        foreach (var text in (string[])["one", "two", "three"])
        {
            fleet.Spool("coder1", text);
        }

        fleet.Gate("coder1");
        fleet.Remove("coder1", "busy");
        fleet.WaitAtGate("coder1");
        host.Run("kill", "-KILL", courier).ShouldExit(0);
        fleet.StartCourier();
        host.Shell("mv desks/coder1/gate gate && echo go >gate").ShouldExit(0);
        fleet.WaitForTaken("coder1", 3);
        fleet.Taken("coder1").ShouldBe(["[me] one", "[me] two", "[me] three"]);
        fleet.Messages("coder1", "unconfirmed").ShouldBeEmpty();
        host.Install("uninstall").ShouldExit(0).Output.ShouldContain("messages and logs of your agents");
    }

    // In ticks of the processor's time, of the courier itself.
    private static string ProcessorTime(Host host, string courier) => host.Shell($"cut -d' ' -f14,15,16,17 /proc/{courier}/stat").ShouldExit(0).Output;
}
