using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class Permissions_are_final_from_the_first_byte
{
    private const string Install = "DOTNET_ROOT=/run/dotnet /run/tool/mosaic-fleet-install --profile minimal";

    [Theory]
    [InlineData("000")]
    [InlineData("077")]
    [InlineData("277")]
    public void Whatever_the_umask(string umask)
    {
        using var usual = Host.Start(HostKind.UserWithoutUserManager);
        usual.Shell($"umask 022; {Install}").ShouldExit(0);
        using var other = Host.Start(HostKind.UserWithoutUserManager);

        other.Shell($"umask {umask}; {Install}").ShouldExit(0);

        Modes(other).ShouldBe(Modes(usual));
        Modes(other).ShouldContain("700 .config/mosaic/fleet/agents\n");
        Modes(other).ShouldContain("600 .config/mosaic/fleet/agents/canary.env\n");
    }

    [Fact]
    public void And_at_no_instant_may_others_open_what_is_being_written()
    {
        Prerequisite.Program("strace");
        using var host = Host.Start(HostKind.UserWithoutUserManager);

        host.Shell($"umask 000; strace -f -qq -s 4096 -o /tmp/strace -e signal=none -e trace=open,openat,creat,mkdir,mkdirat env {Install}").ShouldExit(0);

        // Whoever opens a path again finds there what the first one made.
        var made = host.Read("/tmp/strace").Split('\n')
            .Where(call => call.Contains("\"/home/", StringComparison.Ordinal) && (call.Contains("O_CREAT", StringComparison.Ordinal) || call.Contains("mkdir", StringComparison.Ordinal)))
            .DistinctBy(call => call.Split('"')[1]).ToList();
        made.ShouldContain(call => call.Contains("canary.env", StringComparison.Ordinal));
        made.ShouldAllBe(call => call.Contains(", 0600) = ", StringComparison.Ordinal) || call.Contains(", 0700) = ", StringComparison.Ordinal));
    }

    private static string Modes(Host host) => host.Shell("find .config .local -printf '%m %p\\n' | sort -k 2").ShouldExit(0).Output;
}
