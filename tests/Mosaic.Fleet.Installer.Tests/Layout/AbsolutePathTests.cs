using Mosaic.Fleet.Installer.Layout;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Layout;

public sealed class AbsolutePathTests
{
    [Theory]
    [InlineData("/a//b/", "/a/b")]
    [InlineData("/a/./b/../c", "/a/c")]
    [InlineData("/", "/")]
    [InlineData("/with space/ü", "/with space/ü")]
    public void Dots_and_doubled_or_trailing_slashes_are_gone(string text, string expected) =>
        AbsolutePath.From(text).Value.ShouldBe(expected);

    [Theory]
    [InlineData("a")]
    [InlineData("~/a")]
    [InlineData("")]
    public void A_relative_path_is_refused(string text) =>
        Should.Throw<ArgumentException>(() => AbsolutePath.From(text));

    [Theory]
    [InlineData("/home/a/b", "/home/a", true)]
    [InlineData("/home/a", "/home/a", false)]
    [InlineData("/home/ab", "/home/a", false)]
    [InlineData("/home/a", "/", true)]
    [InlineData("/", "/", false)]
    public void A_path_lies_below_a_folder_only_by_whole_components(string path, string folder, bool expected) =>
        AbsolutePath.From(path).IsBelow(AbsolutePath.From(folder)).ShouldBe(expected);
}
