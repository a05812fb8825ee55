using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests.StandInOnly;

/// <summary>Most of these are templates to Scriban.</summary>
public sealed class WhatIsNotSupportedIsAnErrorWithItsPlace
{
    private static readonly ScriptObject Variables = new()
    {
        { "name", "coder0" },
        { "list", new ScriptArray(new[] { "b", "a" }) },
        { "objects", new ScriptArray(new[] { new ScriptObject { { "a.b", 1 } } }) },
        { "members", new ScriptObject { { "a", 1 } } },
        { "when_made", new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
    };

    [Theory]
    [InlineData("{{ while true }}{{ end }}", 4)]
    [InlineData("{{ case name; when 'a'; end }}", 4)]
    [InlineData("{{ func f; end }}", 4)]
    [InlineData("{{ ret 1 }}", 4)]
    [InlineData("{{ with members; end }}", 4)]
    [InlineData("{{ wrap f; end }}", 4)]
    [InlineData("{{ import members }}", 4)]
    [InlineData("{{ readonly name }}", 4)]
    [InlineData("{{ tablerow x in list; end }}", 4)]
    [InlineData("{{ this.name }}", 4)]
    [InlineData("{{ x = do; 1; end }}", 8)]
    [InlineData("{{ {a: 1} }}", 4)]
    [InlineData("{{ 1..3 }}", 4)]
    [InlineData("{{ name .. name }}", 9)]
    [InlineData("{{ 2 - 1 }}", 6)]
    [InlineData("{{ 2 * 1 }}", 6)]
    [InlineData("{{ 2 / 1 }}", 6)]
    [InlineData("{{ 2 // 1 }}", 6)]
    [InlineData("{{ 2 % 1 }}", 6)]
    [InlineData("{{ 2 << 1 }}", 6)]
    [InlineData("{{ +1 }}", 4)]
    [InlineData("{{ x += 1 }}", 6)]
    [InlineData("{{ x++ }}", 5)]
    [InlineData("{{ --x }}", 4)]
    [InlineData("{{ true ? 1 : 2 }}", 9)]
    [InlineData("{{ name ?! 1 }}", 9)]
    [InlineData("{{ @name }}", 4)]
    [InlineData("{{ ^list }}", 4)]
    [InlineData("{{ 'a' |> string.upcase }}", 8)]
    [InlineData("{{ string.upcase('a') }}", 17)]
    [InlineData("{{ 'a' | string.append 'b' + string.upcase('c') }}", 43)]
    [InlineData("{{ 'a' | string.size + 1 }}", 10)]
    [InlineData("{{ name.empty? }}", 14)]
    [InlineData("{{ members.true }}", 12)]
    [InlineData("{{ members.for.x }}", 12)]
    [InlineData("{{ $'a{1}' }}", 4)]
    [InlineData("{{ $name }}", 4)]
    [InlineData("{{ $$ }}", 4)]
    [InlineData("{{ $ }}", 4)]
    [InlineData("{{ 0x1f }}", 4)]
    [InlineData("{{ 0b11 }}", 4)]
    [InlineData("{{ 1_000 }}", 4)]
    [InlineData("{{ 1e3 }}", 4)]
    [InlineData("{{ 1.5m }}", 4)]
    [InlineData("{{ 1. }}", 4)]
    [InlineData("{{ 9223372036854775808 }}", 4)]
    [InlineData("{{ for x in list reversed }}{{ end }}", 18)]
    [InlineData("{{ for x in list limit: 1 }}{{ end }}", 18)]
    [InlineData("{{ for $x in list }}{{ end }}", 8)]
    [InlineData("{{ for x in list }}{{ else }}{{ end }}", 23)]
    [InlineData("{{ for x in list }}{{ for.index0 }}{{ end }}", 27)]
    [InlineData("{{ members.a = 1 }}", 14)]
    [InlineData("{{ list[0] = 1 }}", 12)]
    [InlineData("{{ break }}", 4)]
    [InlineData("{{ (list)[0] }}", 10)]
    [InlineData("{{ 'abc'[0] }}", 9)]
    [InlineData("{{ include 'a' b: 1 | string.upcase }}", 21)]
    [InlineData("{{ include 'a' b: 1 + 1 }}", 21)]
    [InlineData("{{ include 'a' b: 1 'c' }}", 21)]
    [InlineData("{{ 1", 1)]
    [InlineData("{%{ a", 1)]
    [InlineData("{{ 1 \r 2 }}", 6)]
    [InlineData("a\0b", 2)]
    [InlineData("{{ § }}", 4)]
    public void A_construct_is_refused_where_it_stands(string text, int column)
    {
        var template = Template.Parse(text, "page.sbn");

        template.Messages.ShouldHaveSingleItem().Span.Start.ShouldSatisfyAllConditions(
            position => position.Line.ShouldBe(0),
            position => (position.Column + 1).ShouldBe(column, template.Messages[0].ToString()));
    }

    [Theory]
    [InlineData("{{ list }}", 4)]
    [InlineData("{{ members }}", 4)]
    [InlineData("{{ when_made }}", 4)]
    [InlineData("{{ string }}", 4)]
    [InlineData("{{ list | string.upcase }}", 4)]
    [InlineData("{{ list + list }}", 4)]
    [InlineData("{{ list == list }}", 4)]
    [InlineData("{{ members == members }}", 4)]
    [InlineData("{{ true == 1 }}", 4)]
    [InlineData("{{ true < false }}", 4)]
    [InlineData("{{ null < 'a' }}", 4)]
    [InlineData("{{ true + 1 }}", 4)]
    [InlineData("{{ -name }}", 4)]
    [InlineData("{{ 9223372036854775807 + 1 }}", 4)]
    [InlineData("{{ list['size'] }}", 9)]
    [InlineData("{{ list[1.0] }}", 9)]
    [InlineData("{{ name[0] }}", 9)]
    [InlineData("{{ members[0] }}", 12)]
    [InlineData("{{ for x in name }}{{ end }}", 13)]
    [InlineData("{{ for x in members }}{{ end }}", 13)]
    [InlineData("{{ x = name | string.split 'd'; x[0] }}", 35)]
    [InlineData("{{ x = name | string.split 'd'; x.size }}", 35)]
    [InlineData("{{ capture x; end; x.size }}", 22)]
    [InlineData("{{ capture x; end; x + 1 }}", 20)]
    [InlineData("{{ name | string.split '' }}", 4)]
    [InlineData("{{ name | string.replace '' 'a' }}", 4)]
    [InlineData("{{ null | string.capitalize }}", 4)]
    [InlineData("{{ name | array.size }}", 4)]
    [InlineData("{{ objects | array.sort 'a.b' }}", 4)]
    [InlineData("{{ ['a', 1] | array.sort }}", 4)]
    [InlineData("{{ list | array.map 'a' }}", 4)]
    [InlineData("{{ list | array.join ',' @string.upcase }}", 26)]
    [InlineData("{{ name | string.md5 }}", 18)]
    [InlineData("{{ list | array.limit 1 }}", 17)]
    [InlineData("{{ math.abs 1 }}", 4)]
    [InlineData("{{ date.now }}", 4)]
    [InlineData("{{ name == empty }}", 12)]
    [InlineData("{{ string.append text: 'a' with: 'b' }}", 4)]
    [InlineData("{{ $1 }}", 4)]
    [InlineData("{{ $.name }}", 4)]
    public void A_value_is_refused_where_it_stands(string text, int column)
    {
        var error = Should.Throw<Exception>(() => Rendering.Of(text, Variables));

        var span = error is ScriptRuntimeException refused ? refused.Span : Template.Parse(text, "page.sbn").Messages[0].Span;
        (span.FileName, span.Start.Line, span.Start.Column + 1).ShouldBe(("page.sbn", 0, column), error.Message);
    }

    [Fact]
    public void Automatic_indentation_is_refused()
    {
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of("a", adjust: context => context.AutoIndent = true));

        error.Message.ShouldBe("page.sbn(1,1) : error : automatic indentation is not supported: set TemplateContext.AutoIndent to false");
    }

    [Fact]
    public void A_function_with_other_parameters_than_strings_and_objects_is_refused() =>
        Should.Throw<NotSupportedException>(() => new ScriptObject().Import("f", new Func<int, int>(number => number)));

    [Fact]
    public void A_message_says_place_and_error() =>
        Template.Parse("\n {{ 1 * 2 }}", "page.sbn").Messages.ToString().ShouldBe("page.sbn(2,7) : error : `*` is not supported");

    [Theory]
    [InlineData("{{ if true }}a", 1, 15)]
    [InlineData("a\n{{ 'open }}", 2, 4)]
    [InlineData("{{ (1 }}", 1, 7)]
    [InlineData("{{ [1, 2 }}", 1, 10)]
    [InlineData("{{ 1 + }}", 1, 8)]
    [InlineData("{{ for in list }}{{ end }}", 1, 11)]
    [InlineData("{{ for x of list }}{{ end }}", 1, 10)]
    [InlineData("{{ 1 2 }}", 1, 6)]
    [InlineData("{{ x = end }}", 1, 8)]
    [InlineData("{{ if true }}{{ end }}{{ end }}", 1, 26)]
    [InlineData("{{ 'a\\u12g4' }}", 1, 6)]
    public void What_is_no_template_is_an_error_with_line_and_column(string text, int line, int column)
    {
        var position = Template.Parse(text).Messages.ShouldHaveSingleItem().Span.Start;

        (position.Line + 1, position.Column + 1).ShouldBe((line, column));
    }
}
