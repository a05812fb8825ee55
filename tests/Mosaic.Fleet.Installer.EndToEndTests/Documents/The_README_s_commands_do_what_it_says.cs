using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Documents;

/// <summary>A newcomer's path: a checkout, a fresh HOME, and what README.md says to type.</summary>
public sealed class The_README_s_commands_do_what_it_says
{
    // Restores packages, compiles and precompiles.
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(15);

    // Packing takes a minute of two cores, so that only tests/soak.sh has it done here once more, and on a second host.
    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("MOSAIC_SOAK") == "1";

    public static TheoryData<HostKind> Hosts => IsSoak
        ? [HostKind.RootWithUserManager, HostKind.RootWithoutUserManager]
        : [HostKind.RootWithUserManager];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void From_a_checkout_to_a_running_fleet_and_back(HostKind kind)
    {
        using var host = Host.Start(kind);
        Checkout.CopyTo(host);

        var packages = string.Empty;
        if (IsSoak)
        {
            Checkout.CopyRestoredPackagesTo(host);
        }
        else
        {
            Command.Run(["cp", "-R", PackedTool.Feed, host.Outside("packages")], string.Empty, InstallLimit).ShouldExit(0);
            packages = "export MOSAIC_PACKAGES=~/packages;";
        }

        var installed = host.Shell($"{packages} cd checkout && {Readme.Commands("## Install")[0]}", InstallLimit).ShouldExit(0);
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
