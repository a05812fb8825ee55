using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class FunctionsAreCalledByNameOrPipe
{
    private static readonly ScriptObject Variables = CreateVariables();

    [Theory]
    [InlineData("{{ 'a' | unit.word }}", "<a>")]
    [InlineData("{{ unit.word 'a' }}", "<a>")]
    [InlineData("{{ unit['word'] 'a' }}", "<a>")]
    [InlineData("{{ name | unit.word | unit.word }}", "<<coder0>>")]
    [InlineData("{{ 'a' | pair 'b' }}", "a,b")]
    [InlineData("{{ pair 'a' 'b' }}", "a,b")]
    [InlineData("{{ 'a' | pair 'b' | pair 'c' }}", "a,b,c")]
    [InlineData("{{ pair 'a' 'b' | pair 'c' }}", "a,b,c")]
    [InlineData("{{ pair 'a' + 'b' 'c' + 'd' }}", "ab,cd")]
    [InlineData("{{ 'a' + 'b' | unit.word }}", "<ab>")]
    [InlineData("{{ 'a' | pair 'b' + 'c' }}", "a,bc")]
    [InlineData("{{ 'a' + unit.word 'b' }}", "a<b>")]
    [InlineData("{{ 'x' + pair 'a' 'b' + 'y' }}", "xa,by")]
    [InlineData("{{ pair (unit.word 'a') ('b' | unit.word) }}", "<a>,<b>")]
    [InlineData("{{ ('a' | unit.word) + 'b' }}", "<a>b")]
    [InlineData("{{ pair one one }}", "1,1")]
    [InlineData("{{ one }}{{ one + one }}", "111")]
    [InlineData("{{ one == '1' && !(one == '2') }}", "true")]
    [InlineData("{{ 1 | unit.word }}{{ true | unit.word }}", "<1><true>")]
    [InlineData("{{ 'a' |\n unit.word |\n\n unit.word }}", "<<a>>")]
    [InlineData("{{ if 'a' | is_a }}yes{{ end }}", "yes")]
    [InlineData("{{ kind [1, 2] }}", "ScriptArray")]
    [InlineData("{{ for x in name | string.split 'd' }}{{ x }}.{{ end }}", "co.er0.")]
    public void A_call_renders_what_the_function_makes(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ unit.word }}")]
    [InlineData("{{ unit.word 'a' 'b' }}")]
    [InlineData("{{ 'a' | name }}")]
    [InlineData("{{ name 'a' }}")]
    [InlineData("{{ 'a' | unit.nothing }}")]
    [InlineData("{{ 'a' | nothing }}")]
    public void A_call_that_does_not_fit_the_function_is_an_error(string template) =>
        Should.Throw<ScriptRuntimeException>(() => Rendering.Of(template, Variables));

    [Fact]
    public void A_function_that_fails_is_an_error_of_the_template_with_its_cause()
    {
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of("a\n{{ 'b' | fail }}", Variables));

        error.Span.Start.Line.ShouldBe(1);
        error.OriginalMessage.ShouldContain("no line feeds");
        error.InnerException.ShouldBeOfType<FormatException>();
    }

    [Fact]
    public void A_template_cannot_replace_an_imported_function()
    {
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of("{{ one = 2 }}", adjust: context => context.PushGlobal(CreateVariables())));

        error.Span.Start.Column.ShouldBe(3);
    }

    private static ScriptObject CreateVariables()
    {
        var unit = new ScriptObject();
        unit.Import("word", new Func<string, string>(text => $"<{text}>"));
        var variables = new ScriptObject { { "name", "coder0" }, { "unit", unit } };
        variables.Import("one", new Func<string>(() => "1"));
        variables.Import("pair", new Func<string, string, string>((first, second) => $"{first},{second}"));
        variables.Import("is_a", new Func<string, bool>(text => text == "a"));
        variables.Import("kind", new Func<object, string>(value => value.GetType().Name));
        variables.Import("fail", new Func<string, string>(_ => throw new FormatException("no line feeds")));
        return variables;
    }
}
