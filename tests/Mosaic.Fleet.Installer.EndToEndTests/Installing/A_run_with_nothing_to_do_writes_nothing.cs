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

    // The inode too: a file that was replaced by its equal is a write. The lock says who ran last.
    private static string[] Files(Host host) => host.Shell("find ~ -not -name lock -printf '%p %i %m %s %T@ %C@\\n'").Output.Split('\n');
}
