using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class Systemd_reads_its_units_again_when_one_changed_and_only_then : IDisposable
{
    private const string Roster = """
        version: 1
        agents:
          - { name: one, runtime: shell, working_directory: / }
          - { name: two, runtime: shell, working_directory: /, limits: { tasks: 100 } }
        """;

    private readonly Host _host = Host.Start(HostKind.UserWithUserManager);

    public Systemd_reads_its_units_again_when_one_changed_and_only_then() => InstalledFleet.Install(_host, Roster);

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("working_directory: / }", "working_directory: /tmp }", false)] // An env file.
    [InlineData("tasks: 100", "tasks: 200", true)] // A drop-in.
    [InlineData(", limits: { tasks: 100 }", "", true)] // The drop-in goes.
    [InlineData("name: two", "name: three", true)]
    public void After_a_change_of_the_roster(string before, string after, bool isRead)
    {
        var last = LastReading();

        _host.Write(".config/mosaic/fleet/roster.yaml", Roster.Replace(before, after, StringComparison.Ordinal));
        _host.Install().ShouldExit(0).Output.ShouldNotContain("Nothing to do");

        (LastReading() != last).ShouldBe(isRead);
    }

    [Fact]
    public void By_the_next_run_when_the_one_that_changed_it_was_killed_before()
    {
        Prerequisite.Program("strace");
        var last = LastReading();
        _host.Write(".config/mosaic/fleet/roster.yaml", Roster.Replace("tasks: 100", "tasks: 200", StringComparison.Ordinal));

        // All is in place when its journal goes.
        _host.Shell("""
            DOTNET_ROOT=/run/dotnet strace -f -qq -o /tmp/strace -e signal=none -e trace=unlink -P ~/.local/state/mosaic/fleet/journal -e inject=unlink:signal=KILL \
              /run/tool/mosaic-fleet-install
            """).ShouldExit(137);
        _host.Read(".config/systemd/user/mosaic-agent@two.service.d/50-roster.conf").ShouldContain("TasksMax=200");
        LastReading().ShouldBe(last);

        _host.Install("--dry-run").ShouldExit(0).Output.ShouldContain("an earlier run changed units");
        _host.Install().ShouldExit(0);

        LastReading().ShouldNotBe(last);
        last = LastReading();
        _host.Install().ShouldExit(0).Output.ShouldContain("Nothing to do");
        LastReading().ShouldBe(last);
    }

    private string LastReading()
    {
        var time = _host.Run("systemctl", "--user", "show", "--property", "UnitsLoadTimestampMonotonic").ShouldExit(0).Output;
        time.ShouldNotEndWith("=0\n");
        return time;
    }
}
