using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Layout;

public sealed class FleetLayoutTests
{
    [Fact]
    public void Everything_lies_below_the_home_directory_unless_a_variable_says_otherwise()
    {
        var layout = Locate(("HOME", "/home/a/"));

        layout.MosaicHome.Value.ShouldBe("/home/a/.config/mosaic");
        layout.UnitFolder.Value.ShouldBe("/home/a/.config/systemd/user");
        layout.StateFolder.Value.ShouldBe("/home/a/.local/state/mosaic/fleet");
    }

    [Fact]
    public void The_XDG_variables_and_MOSAIC_HOME_move_what_they_name()
    {
        var layout = Locate(("HOME", "/home/a"), ("XDG_CONFIG_HOME", "/c"), ("XDG_STATE_HOME", "/s"), ("MOSAIC_HOME", "/m"));

        layout.MosaicHome.Value.ShouldBe("/m");
        layout.UnitFolder.Value.ShouldBe("/c/systemd/user");
        layout.StateFolder.Value.ShouldBe("/s/mosaic/fleet");
        Locate(("HOME", "/home/a"), ("XDG_CONFIG_HOME", "/c")).MosaicHome.Value.ShouldBe("/c/mosaic");
    }

    [Fact]
    public void A_relative_XDG_variable_is_ignored_as_its_specification_asks() =>
        Locate(("HOME", "/home/a"), ("XDG_CONFIG_HOME", "c")).UnitFolder.Value.ShouldBe("/home/a/.config/systemd/user");

    [Theory]
    [InlineData("", null, "MFI100")]
    [InlineData("relative", null, "MFI101")]
    [InlineData("/home/a\nb", null, "MFI102")]
    [InlineData("/home/a", "relative", "MFI101")]
    [InlineData("/home/a", "", "MFI100")]
    public void An_unusable_HOME_or_MOSAIC_HOME_is_a_bad_environment(string home, string? mosaicHome, string code)
    {
        (string, string)[] variables = mosaicHome is null ? [("HOME", home)] : [("HOME", home), ("MOSAIC_HOME", mosaicHome)];

        var failure = Should.Throw<InstallationException>(() => Locate(variables));

        failure.Kind.ShouldBe(FailureKind.BadEnvironment);
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void Only_env_files_of_the_agents_folder_belong_to_an_agent()
    {
        var layout = Locate(("HOME", "/home/a"));

        layout.AgentOf(layout.MosaicHome / "fleet/agents/coder0.env").ShouldBe("coder0");
        layout.AgentOf(layout.MosaicHome / "fleet/fleet.env").ShouldBeNull();
        layout.AgentOf(layout.MosaicHome / "fleet/agents/deeper/coder0.env").ShouldBeNull();
    }

    private static FleetLayout Locate(params (string Name, string Value)[] variables) =>
        FleetLayout.Locate(variables.ToDictionary(pair => pair.Name, pair => pair.Value));
}
