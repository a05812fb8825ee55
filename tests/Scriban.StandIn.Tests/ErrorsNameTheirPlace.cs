using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class ErrorsNameTheirPlace
{
    private static readonly ScriptObject Variables = new()
    {
        { "agent", new ScriptObject { { "name", "coder0" }, { "limits", null } } },
        { "list", new ScriptArray(new[] { "a", "b" }) },
    };

    [Theory]
    [InlineData("{{ nobody }}", 1, 4)]
    [InlineData("a\n  {{ nobody.name }}", 2, 6)]
    [InlineData("a\r\n{{ agent.name; nobody }}", 2, 16)]
    [InlineData("{{ agent.nothing }}", 1, 10)]
    [InlineData("{{ agent.limits.memory }}", 1, 17)]
    [InlineData("{{ agent['nothing'] }}", 1, 10)]
    [InlineData("{{ list[2] }}", 1, 9)]
    [InlineData("{{ if true }}\n{{ 'ä' + nobody }}\n{{ end }}", 2, 10)]
    public void What_does_not_exist_is_an_error_where_it_is_named(string template, int line, int column)
    {
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of(template, Variables));

        Place(error.Span).ShouldBe(("page.sbn", line, column));
    }

    [Theory]
    [InlineData("a\n{{ 1 + }}")]
    [InlineData("a\n{{ (1 }}")]
    [InlineData("a\n{{ [1, 2 }}")]
    [InlineData("a\n{{ for x of list }}{{ end }}")]
    [InlineData("a\n{{ if }}1{{ end }}")]
    [InlineData("a\n{{ '\\q' }}")]
    public void What_is_no_template_is_an_error_on_its_line(string text)
    {
        var template = Template.Parse(text, "page.sbn");

        template.HasErrors.ShouldBeTrue();
        template.Messages[0].Type.ShouldBe(ParserMessageType.Error);
        template.Messages[0].Span.FileName.ShouldBe("page.sbn");
        template.Messages[0].Span.Start.Line.ShouldBe(1, template.Messages[0].ToString());
    }

    [Fact]
    public void An_error_in_an_include_names_the_place_in_the_include()
    {
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of(
            "{{ include 'tail' }}", includes: new Dictionary<string, string> { ["tail"] = "a\n{{ nobody }}" }));

        Place(error.Span).ShouldBe(("tail", 2, 4));
    }

    [Fact]
    public void An_include_that_is_no_template_is_an_error_with_its_messages()
    {
        var error = Should.Throw<ScriptParserRuntimeException>(() => Rendering.Of(
            "{{ include 'tail' }}", includes: new Dictionary<string, string> { ["tail"] = "a\n{{ if }}" }));

        Place(error.Span).ShouldBe(("page.sbn", 1, 4));
        error.ParserMessages[0].Span.FileName.ShouldBe("tail");
        error.ParserMessages[0].Span.Start.Line.ShouldBe(1);
    }

    [Fact]
    public void A_template_with_errors_cannot_be_rendered() =>
        Should.Throw<InvalidOperationException>(() => Rendering.Of("{{ ( }}"));

    private static (string File, int Line, int Column) Place(SourceSpan span) =>
        (span.FileName, span.Start.Line + 1, span.Start.Column + 1);
}
