using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class LimitsAreErrors
{
    private static readonly ScriptObject Five = new() { { "five", new ScriptArray(new object?[] { 1, 2, 3, 4, 5 }) } };

    [Fact]
    public void A_loop_has_no_more_rounds_than_the_limit()
    {
        const string Source = "\n{{ for x in five }}{{ x }}{{ end }}";

        Rendering.Of(Source, Five, adjust: context => context.LoopLimit = 5).ShouldBe("\n12345");
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of(Source, Five, adjust: context => context.LoopLimit = 4));
        error.Span.Start.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("{{ for x in five }}{{ x }}{{ end }}{{ for x in five }}{{ x }}{{ end }}", "1234512345")]
    public void Loops_one_after_the_other_are_counted_apart(string template, string text) =>
        Rendering.Of(template, Five, adjust: context => context.LoopLimit = 5).ShouldBe(text);

    [Fact]
    public void Loops_within_a_loop_are_counted_with_it()
    {
        const string Source = "{{ for x in five }}{{ for y in five }}{{ y }}{{ end }}{{ end }}";

        Rendering.Of(Source, Five, adjust: context => context.LoopLimit = 30).Length.ShouldBe(25);
        Should.Throw<ScriptRuntimeException>(() => Rendering.Of(Source, Five, adjust: context => context.LoopLimit = 29));
    }

    [Fact]
    public void No_limit_is_no_limit() =>
        Rendering.Of("{{ for x in five }}{{ x }}{{ end }}", Five, adjust: context => context.LoopLimit = 0).ShouldBe("12345");

    [Fact]
    public void An_include_counts_twice_against_the_depth_of_calls()
    {
        var includes = new Dictionary<string, string> { ["a"] = "{{ include 'b' }}", ["b"] = "b" };

        Rendering.Of("{{ include 'a' }}", includes: includes, adjust: context => context.RecursiveLimit = 4).ShouldBe("b");
        Should.Throw<ScriptRuntimeException>(() => Rendering.Of("{{ include 'a' }}", includes: includes, adjust: context => context.RecursiveLimit = 3));
    }

    [Fact]
    public void An_include_of_itself_comes_to_an_end()
    {
        var includes = new Dictionary<string, string> { ["a"] = "{{ include 'a' }}" };

        Should.Throw<ScriptRuntimeException>(() => Rendering.Of("{{ include 'a' }}", includes: includes)).Span.FileName.ShouldBe("a");
    }
}
