using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class A_run_with_nothing_to_do_writes_nothing
{
    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void And_says_so(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Install("--profile", "usc-software-factory").ShouldExit(0);
        var before = Files(host);

        host.Install().ShouldExit(0).Output.ShouldContain("Nothing to do: ");
        Files(host).Except(before).ShouldBeEmpty();

        host.Install("--profile", "usc-software-factory").ShouldExit(0);
        Files(host).Except(before).ShouldBeEmpty();
    }

    [Fact]
    public void Nor_does_it_read_a_file_or_look_at_one_twice()
    {
        Prerequisite.Program("strace");
        const int Agents = 1000;
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var agents = Enumerable.Range(0, Agents).Select(number => $"  - {{ name: agent{number}, runtime: shell }}");
        host.Write(".config/mosaic/fleet/roster.yaml", $"version: 1\nagents:\n{string.Join('\n', agents)}\n");
        host.Install("--no-systemd").ShouldExit(0);

        host.Shell("DOTNET_ROOT=/run/dotnet strace -f -qq -o /tmp/calls -e trace=%file,%desc /run/tool/mosaic-fleet-install").ShouldExit(0);

        var calls = host.Read("/tmp/calls").Split('\n').Where(call => call.Contains("/fleet/agents/agent", StringComparison.Ordinal)).ToList();
        calls.Count.ShouldBe(Agents);
        calls.ShouldAllBe(call => call.Contains("stat", StringComparison.Ordinal));
    }

    // The inode too: a file that was replaced by its equal is a write. The lock says who ran last.
    private static string[] Files(Host host) => host.Shell("find ~ -not -name lock -printf '%p %i %m %s %T@ %C@\\n'").Output.Split('\n');
}
