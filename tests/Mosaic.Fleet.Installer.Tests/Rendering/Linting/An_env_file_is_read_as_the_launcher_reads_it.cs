using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Linting;

public sealed class An_env_file_is_read_as_the_launcher_reads_it
{
    private const string File = "mosaic/fleet/agents/one.env";

    [Theory]
    [InlineData("")]
    [InlineData("# A comment with \"quotes' and $(words)\n\nONE=\"1\"\n_two=\"\"\nT3=\"a b\"")]
    [InlineData("LINES=\"first\n# second\nX=third\n\"\nNEXT=\"1\"\n")]
    public void What_is_of_its_form_is_read(string text) => LintedFile.Say(File, text).ShouldBeEmpty();

    [Theory]
    [InlineData("\\")]
    [InlineData("\"")]
    [InlineData("$(touch /tmp/x)`id`")]
    [InlineData("a\nB=\"c\"\n")]
    [InlineData("\\\\\"\\")]
    [InlineData("ünï\t\u0001")]
    public void What_the_encoder_writes_is_read(string value) =>
        LintedFile.Say(File, $"BEFORE=\"\"\nKEY={EnvironmentFileEncoder.Quote(value)}\n").ShouldBeEmpty();

    [Theory]
    [InlineData("ONE=\"1\"\nTWO=2\n", "2:5: the value of `TWO` does not begin with a double quote")]
    [InlineData("ONE=\n", "1:5: the value of `ONE` does not begin with a double quote")]
    [InlineData("ONE=", "1:5: the value of `ONE` does not begin with a double quote")]
    [InlineData("ONE='1'\n", "1:5: the value of `ONE` does not begin with a double quote")]
    [InlineData("ONE=\"$(id)\"\n", "1:6: a $ in the value of `ONE` has no backslash before it")]
    [InlineData("ONE=\"a\n`id`\"\n", "2:1: a ` in the value of `ONE` has no backslash before it")]
    [InlineData("ONE=\"a\\n\"\n", "1:7: a backslash in the value of `ONE` stands before none of \\ \" $ `")]
    [InlineData("ONE=\"a\\", "1:7: a backslash in the value of `ONE` stands before none of \\ \" $ `")]
    [InlineData("ONE=\"1\nTWO=\"2\"\n", "2:6: something stands behind the closing quote of `ONE`")]
    [InlineData("ONE=\"1\n", "1:5: the double quote before the value of `ONE` is never closed")]
    [InlineData("ONE=\"1\"; id\n", "1:8: something stands behind the closing quote of `ONE`")]
    [InlineData("ONE=\"1\"\r\n", "1:8: something stands behind the closing quote of `ONE`")]
    [InlineData("export ONE=\"1\"\n", "1:1: the line is neither a comment nor KEY=\"value\"")]
    [InlineData("1ST=\"1\"\n", "1:1: the line is neither a comment nor KEY=\"value\"")]
    [InlineData(" ONE=\"1\"\n", "1:1: the line is neither a comment nor KEY=\"value\"")]
    [InlineData("ONE =\"1\"\n", "1:1: the line is neither a comment nor KEY=\"value\"")]
    [InlineData("; comment\n", "1:1: the line is neither a comment nor KEY=\"value\"")]
    [InlineData("id", "1:1: the line is neither a comment nor KEY=\"value\"")]
    public void Anything_else_is_named_with_its_place(string text, string said) => LintedFile.Say(File, text).ShouldBe(said);

    [Fact]
    public void So_is_a_byte_that_is_no_text() =>
        LintedFile.Say(File, [.. "A=\"1\"\nB=\""u8, 0xE4, .. "\"\n"u8]).ShouldBe("2:4: the text is not valid UTF-8");

    [Fact]
    public void So_is_a_NUL() => LintedFile.Say(File, "A=\"\0\"\n").ShouldContain("NUL");

    [Fact]
    public void Its_line_is_not_shown_since_it_may_be_a_secret()
    {
        var fault = LintedFile.Find(File, System.Text.Encoding.UTF8.GetBytes("API_TOKEN=hunter2\n")).ShouldNotBeNull();

        fault.Excerpt.ShouldBeNull();
        fault.ToString().ShouldNotContain("hunter2");
        fault.Hint.ShouldNotBeNull().ShouldContain("{{ value | env.quote }} in /mine/it.sbn");
    }

    [Theory]
    [InlineData("mosaic/fleet/fleet.env", false)]
    [InlineData("mosaic/fleet/host.env", false)]
    [InlineData("mosaic/compose/other.env", true)]
    public void It_is_one_that_the_launcher_reads(string output, bool isReadable) =>
        (LintedFile.Find(output, "A=1\n"u8.ToArray()) is null).ShouldBe(isReadable);
}
