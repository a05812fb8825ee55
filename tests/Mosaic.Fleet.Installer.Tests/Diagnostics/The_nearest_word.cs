using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Diagnostics;

public sealed class The_nearest_word
{
    private static readonly string[] Keys = ["name", "runtime", "class", "model_hint", "env", "reset_command", "command"];

    [Theory]
    [InlineData("runtme", "runtime")]
    [InlineData("rutnime", "runtime")]
    [InlineData("Name", "name")]
    [InlineData("model-hint", "model_hint")]
    [InlineData("modelHint", "model_hint")]
    [InlineData("environment", null)]
    [InlineData("envs", "env")]
    [InlineData("cmd", null)]
    [InlineData("model", "model_hint")]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("resetcommand", "reset_command")]
    public void Is_the_one_that_was_probably_meant(string word, string? meant) => NearestWord.Find(word, Keys).ShouldBe(meant);

    [Fact]
    public void Is_none_for_a_word_that_is_longer_than_any_key() => NearestWord.Find(new string('n', 1_000_000), Keys).ShouldBeNull();
}
