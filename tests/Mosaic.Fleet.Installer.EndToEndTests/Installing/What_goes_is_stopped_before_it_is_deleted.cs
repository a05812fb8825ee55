using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class What_goes_is_stopped_before_it_is_deleted
{
    private const string Roster = """
        version: 1
        agents:
          - { name: stays, runtime: shell, working_directory: / }
          - { name: leaves, runtime: shell, working_directory: /, limits: { tasks: 100 } }

        """;

    // As strace(1) shows a program with its words, and a file that makes room.
    private const string Disabled = "\"systemctl\", \"--user\", \"disable\", \"mosaic-fleet.target\"]";
    private const string Reloaded = "\"systemctl\", \"--user\", \"daemon-reload\"]";

    [Fact]
    public void And_systemd_reads_its_units_again_at_last_when_an_agent_leaves() => ShouldHappenInThisOrder(
        "sed -i /leaves/d .config/mosaic/fleet/roster.yaml", "",
        "/mosaic-fleet\", \"stop\", \"leaves\"]", Deleted(".config/mosaic/fleet/agents", "leaves.env"), Reloaded);

    [Fact]
    public void And_disabled_when_the_whole_fleet_leaves_systemd() => ShouldHappenInThisOrder(
        ":", "--no-systemd",
        "/mosaic-fleet\", \"stop\"]", Disabled, Deleted(".config/systemd/user", "mosaic-fleet.target"), Reloaded);

    private static string Deleted(string folder, string file) =>
        $"\"/home/mosaic-test/{folder}/{file}\", AT_FDCWD, \"/home/mosaic-test/{folder}/.{file}.mosaic-staged\", RENAME_NOREPLACE) = 0";

    private static void ShouldHappenInThisOrder(string change, string option, params string[] calls)
    {
        Prerequisite.Program("strace");
        using var host = Host.Start(HostKind.UserWithUserManager);
        InstalledFleet.Install(host, Roster).Mosaic("fleet", "start").ShouldExit(0);
        host.Shell(change).ShouldExit(0);

        host.Shell($"DOTNET_ROOT=/run/dotnet strace -f -qq -s 512 -o /tmp/calls -e signal=none -e trace=execve,renameat2 /run/tool/mosaic-fleet-install {option}").ShouldExit(0);

        var seen = host.Read("/tmp/calls").Split('\n');
        var places = calls.Select(call => Array.FindIndex(seen, line => line.Contains(call, StringComparison.Ordinal))).ToList();
        places.ShouldAllBe(place => place >= 0, string.Join('\n', seen.Where(line => line.Contains("mosaic-fleet", StringComparison.Ordinal))));
        places.ShouldBeInOrder(SortDirection.Ascending);
    }
}
