using System.Text;
using Mosaic.Fleet.Installer.Reporting.Diffs;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Reporting.Diffs;

public sealed class A_diff_shows_what_changed
{
    [Fact]
    public void As_a_unified_diff_with_three_lines_of_context() =>
        Diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n").ShouldBe(
            """
            --- ~/f (yours)
            +++ ~/f (ours)
            @@ -2,5 +2,5 @@
             2
             3
             4
            -5
            +five
             6

            """);

    [Fact]
    public void In_hunks_where_the_changes_are_far_apart()
    {
        var lines = Enumerable.Range(1, 30).Select(number => $"{number}\n").ToArray();
        var changed = lines.ToArray();
        (changed[2], changed[25]) = ("three\n", "twenty-six\n");

        Diff(string.Concat(lines), string.Concat(changed)).Split('\n').Where(line => line.StartsWith('@')).ShouldBe(["@@ -1,6 +1,6 @@", "@@ -23,7 +23,7 @@"]);
    }

    [Fact]
    public void The_whole_file_where_there_was_none() =>
        Diff(null, "a\n").ShouldBe("--- ~/f (yours)\n+++ ~/f (ours)\n@@ -0,0 +1 @@\n+a\n");

    [Fact]
    public void A_line_break_that_is_missing_at_the_end() =>
        Diff("a\nb", "a\nb\n").ShouldEndWith("-b\n\\ No newline at end of file\n+b\n");

    [Fact]
    public void A_carriage_return() => Diff("a\r\n", "a\n").ShouldEndWith("-a\\u000D\n+a\n");

    [Fact]
    public void Nothing_where_nothing_differs() => Diff("a\n", "a\n").ShouldBeEmpty();

    [Fact]
    public void That_an_empty_file_is_not_none() => Diff(null, "").ShouldBe("--- ~/f (yours)\n+++ ~/f (ours)\n");

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { (byte)'a', 0 })]
    public void A_word_about_what_is_no_text(byte[] content) => Print(FileDiff.Between("~/f", new DiffSide("yours", content), Side("ours", "a\n")))
        .ShouldEndWith("\n\\ not text, or too long to be shown\n");

    [Theory]
    [InlineData("\e[2J\e]0;owned\a")]
    [InlineData("a\u202Eb")]
    [InlineData("\u009B31m")]
    [InlineData("x\rhidden")]
    public void Harmlessly_whatever_stands_in_the_file(string hostile)
    {
        var diff = Diff($"{hostile}\n", "a\n");

        diff.Any(character => char.IsControl(character) && character != '\n' || character == '\u202E').ShouldBeFalse();
        diff.ShouldContain("\\u");
    }

    [Fact]
    public void In_colour_only_where_it_is_asked_for()
    {
        var diff = FileDiff.Between("~/f", Side("yours", "a\n"), Side("ours", "b\n"));

        Print(diff).ShouldNotContain('\e');
        Print(diff, colour: true).ShouldContain("\e[31m-a\e[0m\n\e[32m+b\e[0m\n");
    }

    private static string Diff(string? before, string after) => Print(FileDiff.Between("~/f", Side("yours", before), Side("ours", after)));

    private static DiffSide Side(string label, string? text) => new(label, text is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(text));

    private static string Print(FileDiff diff, bool colour = false)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        DiffWriter.Write(diff, writer, colour);
        return writer.ToString();
    }
}
