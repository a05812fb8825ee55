using Mosaic.Fleet.Installer.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Diagnostics;

public sealed class A_diagnostic_as_text
{
    [Fact]
    public void Shows_the_line_with_carets_under_the_token()
    {
        var source = new SourceText("roster.yaml", "version: 1\nagent: x\r\n");

        Say(source.Span(11, 5)).ShouldBe("""
            roster.yaml:2:1: error MFI012: unknown
               2 | agent: x
                 | ^^^^^
              hint: try another

            """);
    }

    [Fact]
    public void Shows_the_middle_of_a_long_line()
    {
        var source = new SourceText("r", new string('a', 5000) + "HERE" + new string('b', 5000));

        var lines = Say(source.Span(5000, 4)).Split('\n');

        lines[0].ShouldStartWith("r:1:5001:");
        lines[1].ShouldBe($"   1 | {new string('a', 60)}HERE{new string('b', 56)}");
        lines[2].IndexOf('^', StringComparison.Ordinal).ShouldBe(lines[1].IndexOf('H', StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_only_the_first_line_of_a_token_that_has_several()
    {
        var source = new SourceText("r", "a: |\n  b\n");

        Say(source.Span(3, 6)).ShouldContain("   1 | a: |\n     |    ^\n");
    }

    [Fact]
    public void Points_behind_the_last_character_where_something_is_missing()
    {
        var source = new SourceText("r", "a:");

        Say(source.Span(2, 0)).ShouldContain("   1 | a:\n     |   ^\n");
    }

    [Fact]
    public void Sends_no_control_character_to_the_terminal()
    {
        var source = new SourceText("r", "a: \u001B[2J\u202Eb\tc");

        Say(source.Span(3, 1)).ShouldContain("   1 | a: \uFFFD[2J\uFFFDb→c\n");
    }

    [Fact]
    public void Is_one_line_when_it_concerns_no_place() =>
        DiagnosticFormatter.Format(new Diagnostic(Severity.Warning, "MFI040", null, "no profile")).ShouldBe("warning MFI040: no profile\n");

    private static string Say(SourceSpan span) => DiagnosticFormatter.Format(Diagnostic.Error("MFI012", span, "unknown", "try another"));
}
