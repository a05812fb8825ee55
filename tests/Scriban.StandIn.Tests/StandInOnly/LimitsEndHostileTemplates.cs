using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests.StandInOnly;

/// <summary>Scriban cuts text where the stand-in fails, and knows no limit for some of these.</summary>
public sealed class LimitsEndHostileTemplates
{
    private static readonly ScriptObject Ten = new() { { "ten", new ScriptArray(Enumerable.Range(0, 10).Cast<object?>()) } };

    [Theory]
    [InlineData("{{ for a in ten; for b in ten; for c in ten; end; end; end }}")]
    [InlineData("{{ x = [0]; for a in ten; for b in ten; x = x | array.concat x; end; end }}")]
    [InlineData("{{ x = 'ab'; for a in ten; for b in ten; x = x + x; end; end }}")]
    [InlineData("{{ x = 'ab'; for a in ten; x = x | string.replace 'a' x; end; x | string.replace 'a' x }}")]
    [InlineData("{{ x = [0]; for a in ten; x = [x, x]; end; for a in ten; y = 'abcdefgh'; y = y + y; end; for a in ten; 'a long text'; end }}")]
    [InlineData("{{ capture x; for a in ten; for b in ten; 'ab'; end; end; end }}")]
    public void Text_and_lists_cannot_grow_without_end(string template) => Should.Throw<ScriptRuntimeException>(() =>
        Rendering.Of(template, Ten, adjust: context =>
        {
            context.LoopLimit = 109;
            context.LimitToString = 100;
        }));

    [Fact]
    public void A_text_of_the_limit_is_too_long()
    {
        Rendering.Of("{{ 'abcd' }}a", adjust: context => context.LimitToString = 5).ShouldBe("abcda");
        var error = Should.Throw<ScriptRuntimeException>(() => Rendering.Of("a{{ 'abcde' }}", adjust: context => context.LimitToString = 5));
        error.Span.Start.Column.ShouldBe(4);
    }

    [Fact]
    public void All_that_is_written_counts_that_of_includes_twice()
    {
        var includes = new Dictionary<string, string> { ["four"] = "abcd" };

        Rendering.Of("{{ include 'four' }}", includes: includes, adjust: context => context.LimitToString = 8).ShouldBe("abcd");
        Should.Throw<ScriptRuntimeException>(() => Rendering.Of("{{ include 'four' }}", includes: includes, adjust: context => context.LimitToString = 7));
    }

    [Fact]
    public void Includes_that_multiply_come_to_an_end()
    {
        var includes = new Dictionary<string, string> { ["a"] = "{{ include 'b'; include 'b' }}", ["b"] = "{{ include 'a'; include 'a' }}" };

        Should.Throw<ScriptRuntimeException>(() => Rendering.Of("{{ include 'a' }}", includes: includes, adjust: context => context.RecursiveLimit = 60));
    }

    [Fact]
    public void An_include_of_itself_comes_to_an_end_without_a_limit()
    {
        var includes = new Dictionary<string, string> { ["a"] = "{{ include 'a' }}" };

        Should.Throw<ScriptRuntimeException>(() => Rendering.Of("{{ include 'a' }}", includes: includes, adjust: context => context.RecursiveLimit = 0));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "", "]")]
    [InlineData("!", "true", "")]
    [InlineData("1 + ", "1", "")]
    [InlineData("if true\n", "1", "\nend")]
    [InlineData("if true\n1\nelse ", "if true\n1", "\nend")]
    public void Nesting_has_an_end(string open, string middle, string close)
    {
        string Nested(int depth) => $"{{{{ {string.Concat(Enumerable.Repeat(open, depth))}{middle}{(open.Contains("else", StringComparison.Ordinal) ? close : string.Concat(Enumerable.Repeat(close, depth)))} }}}}";

        Template.Parse(Nested(20)).Messages.ShouldBeEmpty();
        Template.Parse(Nested(100_000)).HasErrors.ShouldBeTrue();
    }
}
