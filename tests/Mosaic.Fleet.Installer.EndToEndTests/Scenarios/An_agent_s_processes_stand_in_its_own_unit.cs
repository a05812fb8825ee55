using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class An_agent_s_processes_stand_in_its_own_unit
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - { name: coder0, command: "sleep 1000 & sleep 1001", limits: { memory: 64M, cpu: 50%, tasks: 64 } }
          - name: coder1
        """;

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    public void And_end_with_it(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        host.WaitUntil("the agent has started its children", () => Pids(host, "sleep 100").Length == 2);

        foreach (var process in Pids(host, "sleep 100"))
        {
            host.Read($"/proc/{process}/cgroup").ShouldContain("/mosaic-agent@coder0.service\n");
        }

        var pid = fleet.Status("coder1").Pid!.Value.ToString(CultureInfo.InvariantCulture);
        host.Read($"/proc/{pid}/cgroup").ShouldContain("/mosaic-agent@coder1.service\n");
        host.Read($"/proc/{fleet.ServerPid}/cgroup").ShouldContain("/mosaic-tmux-holder.service\n");

        // A host of a test has no memory controller, so that nothing can be made to run out of memory here: that the limits
        // stand on the live unit, and its processes in its cgroup, is the evidence.
        host.Shell("systemctl --user show --property MemoryMax,CPUQuotaPerSecUSec,TasksMax,OOMPolicy --value mosaic-agent@coder0.service | sort").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["500ms", "64", "67108864", "continue"]);

        host.Run("systemctl", "--user", "stop", "mosaic-agent@coder0.service").ShouldExit(0);
        Pids(host, "sleep 100").ShouldBeEmpty();
        fleet.Status("coder1").State.ShouldBe("running");
    }

    private static string[] Pids(Host host, string pattern) =>
        host.Run("pgrep", "-f", $"^{pattern}").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
