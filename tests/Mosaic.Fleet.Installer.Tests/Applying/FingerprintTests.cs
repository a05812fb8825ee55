using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class FingerprintTests
{
    [Fact]
    public void A_roster_behind_a_link_is_seen_to_change()
    {
        using var installation = new Installation();
        var target = (installation.Home / "dotfiles.yaml").Value;
        File.WriteAllText(target, "version: 1\nagents: [{ name: one, runtime: shell }]\n");
        Directory.CreateDirectory(installation.Layout.DefaultRoster.Parent.Value);
        File.CreateSymbolicLink(installation.Layout.DefaultRoster.Value, target);
        installation.Run();

        File.WriteAllText(target, "version: 1\nagents: [{ name: another, runtime: shell }]\n");

        installation.Run().Outcome.ShouldBe(InstallOutcome.Installed);
    }
}
