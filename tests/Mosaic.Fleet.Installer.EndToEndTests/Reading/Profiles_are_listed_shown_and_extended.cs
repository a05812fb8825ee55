using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Reading;

public sealed class Profiles_are_listed_shown_and_extended
{
    [Fact]
    public void Built_in_ones_one_s_own_and_those_of_a_folder()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write(".config/mosaic/fleet/profiles/mine.yaml", "version: 1\nextends: minimal\nagents: [{ name: two, runtime: shell }]\n");
        host.Write("team/shared.yaml", "version: 1\nagents: [{ name: three, runtime: shell }]\n");

        var listed = host.Install("profiles", "list", "--profile-path", "team").ShouldExit(0).Output;
        listed.ShouldMatch($"(?m)^mine +{host.Home}/.config/mosaic/fleet/profiles/mine.yaml$");
        listed.ShouldMatch($"(?m)^shared +{host.Home}/team/shared.yaml$");
        listed.ShouldMatch("(?m)^usc-software-factory +built in$");
        host.Install("profiles", "show", "mine").ShouldExit(0).Output.ShouldBe(host.Read(".config/mosaic/fleet/profiles/mine.yaml"));
        host.Install("profiles", "show", "minmal").ShouldExit(65).Error.ShouldContain("minimal");

        host.Install("--profile", "mine").ShouldExit(0);
        host.Run("mosaic", "agent", "roster").ShouldExit(0).Output.ShouldMatch("(?s)canary.*two");
    }

    [Fact]
    public void And_a_circle_of_them_is_shown()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Write("circle/one.yaml", "version: 1\nextends: two\n");
        host.Write("circle/two.yaml", "version: 1\nextends: one\n");

        var result = host.Install("--profile", "one", "--profile-path", "circle").ShouldExit(65);

        result.Error.ShouldContain("MFI041");
        result.Error.ShouldContain("two -> one -> two");
        host.Run("find", ".config", ".local").Output.ShouldBeEmpty();
    }
}
