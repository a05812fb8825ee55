using Mosaic.Fleet.Installer.Applying;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Applying;

public sealed class TmuxRequirementTests
{
    [Theory]
    [InlineData("tmux 3.3a", "3.3")]
    [InlineData("tmux 3.2", "3.2")]
    [InlineData("tmux next-3.5", "3.5")]
    [InlineData("tmux 2.9a", "2.9")]
    public void The_version_is_read_from_what_tmux_says(string text, string expected) =>
        TmuxRequirement.Parse(text).ShouldBe(Version.Parse(expected));

    [Theory]
    [InlineData("tmux master")]
    [InlineData("")]
    public void A_build_without_a_number_is_taken_as_it_is(string text) => TmuxRequirement.Parse(text).ShouldBeNull();
}
