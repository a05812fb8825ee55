using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Documents;

/// <summary>A newcomer's path: a checkout, a fresh HOME, and what README.md says to type.</summary>
public sealed class The_README_s_commands_do_what_it_says
{
    // Restores packages, compiles and precompiles.
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    /// <summary>A second host, without a user manager, takes another minute or two of compiling: <c>tests/soak.sh</c> takes them.</summary>
    public static TheoryData<HostKind> Hosts => Environment.GetEnvironmentVariable("MOSAIC_SOAK") == "1"
        ? [HostKind.RootWithUserManager, HostKind.RootWithoutUserManager]
        : [HostKind.RootWithUserManager];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void From_a_checkout_to_a_running_fleet_and_back(HostKind kind)
    {
        using var host = Host.Start(kind);
        Checkout.CopyTo(host);

        var installed = host.Shell($"cd checkout && {Readme.Commands("## Install")[0]}", InstallLimit).ShouldExit(0);
        installed.Output.ShouldMatch(@"canary +canary +shell +running");
        installed.Error.ShouldContain("To call mosaic-fleet-install from anywhere");

        foreach (var command in Readme.Commands("## Every day"))
        {
            Run(host, command).ShouldExit(0);
        }

        host.Shell("mosaic fleet start && mosaic agent tail canary").ShouldExit(0);
        host.Shell("mosaic fleet stop").ShouldExit(0);
    }

    // Attaching takes a terminal, and a person who leaves it again.
    private static CommandResult Run(Host host, string command) => command.Contains(" attach ", StringComparison.Ordinal)
        ? host.Shell(
            $$"""
            mkfifo keys
            script -qec '{{command}}' screen <keys >/dev/null &
            exec 3>keys
            until tmux -L mosaic-factory list-clients | grep -q .; do sleep 0.02; done
            printf '\002d' >&3
            wait $!
            """)
        : host.Shell($"PATH=~/.dotnet/tools:$PATH; {command}");
}
