using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Encoding;

public sealed class Text_that_no_file_can_hold_is_refused
{
    private static readonly Func<string, string>[] Encoders =
    [
        EnvironmentFileEncoder.Quote, ShellEncoder.Quote, MarkdownEncoder.Text, UnitExecEncoder.Word, UnitPathEncoder.Path, UnitTextEncoder.Text,
    ];

    [Theory]
    [InlineData(0x0000, "NUL (U+0000) at character 3")]
    [InlineData(0xD83D, "half of a surrogate pair (U+D83D) at character 3")]
    [InlineData(0xDE00, "half of a surrogate pair (U+DE00) at character 3")]
    [InlineData(0xFDD0, "a Unicode noncharacter (U+FDD0) at character 3")]
    [InlineData(0xFFFE, "a Unicode noncharacter (U+FFFE) at character 3")]
    public void Every_encoder_names_the_character_that_it_refuses(int character, string expected)
    {
        // An integer, since a lone surrogate would not survive in the test's own name.
        var text = $"/a{(char)character}b";

        foreach (var encode in Encoders)
        {
            Should.Throw<UnencodableTextException>(() => encode(text)).Message.ShouldContain(expected);
        }
    }

    [Fact]
    public void The_last_two_characters_of_a_far_plane_are_noncharacters_too() =>
        Should.Throw<UnencodableTextException>(() => EnvironmentFileEncoder.Quote("\U0001FFFF"))
            .Message.ShouldContain("U+1FFFF");

    [Theory]
    [InlineData("")]
    [InlineData("src")]
    [InlineData("~/src")]
    public void A_unit_s_path_must_be_absolute(string path) =>
        Should.Throw<UnencodableTextException>(() => UnitPathEncoder.Path(path)).Message.ShouldContain("not absolute");

    [Theory]
    [InlineData("/a\nb")]
    [InlineData("/a\rb")]
    public void A_unit_s_path_holds_no_line_break(string path) =>
        Should.Throw<UnencodableTextException>(() => UnitPathEncoder.Path(path)).Message.ShouldContain("line break");

    [Fact]
    public void A_unit_s_path_does_not_go_up() =>
        Should.Throw<UnencodableTextException>(() => UnitPathEncoder.Path("/srv/../etc")).Message.ShouldContain("goes up");
}
