using Scriban.Runtime;
using Scriban.Syntax;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class LoopsAndIncludesRepeatTemplates
{
    private static readonly Dictionary<string, string> Includes = new()
    {
        ["plain"] = "[{{ name }}]\n",
        ["arguments"] = "{{ $0 }}:{{ $1 }}:{{ $2 }}",
        ["named"] = "{{ $.first }}-{{ $.second }}",
        ["nested"] = "{{ include 'arguments' 'inner' 2 }} {{ $1 }}",
        ["assigns"] = "{{ made = 'here' }}",
        ["loop"] = "{{ x }}{{ for.index }}",
        ["empty"] = "",
    };

    private static readonly ScriptObject Variables = new()
    {
        { "name", "coder0" },
        { "none", null },
        { "agents", new ScriptArray(new[] { new ScriptObject { { "name", "a" } }, new ScriptObject { { "name", "b" } }, new ScriptObject { { "name", "b" } } }) },
    };

    [Theory]
    [InlineData("{{ for agent in agents }}{{ agent.name }} {{ end }}", "a b b ")]
    [InlineData("{{ for x in [] }}x{{ end }}", "")]
    [InlineData("{{ for x in none }}x{{ end }}", "")]
    [InlineData("{{ for x in [1, 'a', null, true] }}[{{ x }}]{{ end }}", "[1][a][][true]")]
    [InlineData("{{ for x in [\n1,\n2,\n] }}{{ x }}{{ end }}", "12")]
    [InlineData("{{ for x in agents | array.map 'name' }}{{ x }}{{ end }}", "abb")]
    [InlineData("{{ for x in [1, 2] }}{{ for y in [3, 4] }}{{ x }}{{ y }} {{ end }}{{ end }}", "13 14 23 24 ")]
    [InlineData("{{ for name in [1] }}{{ name }}{{ end }}{{ name }}", "1coder0")]
    [InlineData("{{ for x in [1, 2, 3, 4] }}{{ if x == 2; continue; end }}{{ if x == 4; break; end }}{{ x }}{{ end }}", "13")]
    [InlineData("{{ for x in [1, 2] }}{{ for y in [1, 2] }}{{ break }}{{ end }}{{ x }}{{ end }}", "12")]
    [InlineData("{{ for x in [1, 2] }}{{ capture y; 'a'; break; end }}{{ end }}{{ y }}", "a")]
    public void A_loop_goes_through_a_list(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("index", "012")]
    [InlineData("rindex", "210")]
    [InlineData("length", "333")]
    [InlineData("first", "truefalsefalse")]
    [InlineData("last", "falsefalsetrue")]
    [InlineData("even", "truefalsetrue")]
    [InlineData("odd", "falsetruefalse")]
    public void A_loop_knows_where_it_is(string member, string text) =>
        Rendering.Of($"{{{{ for agent in agents }}}}{{{{ for.{member} }}}}{{{{ end }}}}", Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ for x in ['a', 'a', 'b', null, null] }}{{ for.changed }} {{ end }}", "true false true true false ")]
    [InlineData("{{ for x in [null, null] }}{{ for.changed }} {{ end }}", "true false ")]
    [InlineData("{{ for x in [1, 2] }}{{ for y in [1] }}{{ for.last }}{{ end }}{{ for.last }} {{ end }}", "truefalse truetrue ")]
    [InlineData("{{ for x in [1, 2]\n for.index + 1\n end }}", "12")]
    [InlineData("{{ for agent in agents; agent.name; if !for.last; ', '; end; end }}", "a, b, b")]
    public void A_loop_knows_its_neighbours(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ if name == 'a' }}1{{ else if name == 'coder0' }}2{{ else }}3{{ end }}4", "24")]
    [InlineData("{{ if none }}1{{ else if none }}2{{ else }}3{{ end }}", "3")]
    [InlineData("{{ if name\n if none\n 1\n else\n 2\n end\n end }}", "2")]
    [InlineData("{{ if none }}1{{ end }}", "")]
    public void A_condition_chooses(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ include 'plain' }}!", "[coder0]\n!")]
    [InlineData("{{ include 'plain' | string.strip }}!", "[coder0]!")]
    [InlineData("{{ 'pl' + 'ain' | include }}", "[coder0]\n")]
    [InlineData("{{ include 'arguments' 1 'b' }}", "arguments:1:b")]
    [InlineData("{{ include 'arguments' name + '!' [1].size }}", "arguments:coder0!:1")]
    [InlineData("{{ include 'named' first: name second: agents[0].name }}", "coder0-a")]
    [InlineData("{{ include 'named' second: (name + '!') first: -1 }}", "-1-coder0!")]
    [InlineData("{{ include 'nested' 'outer' }}", "arguments:inner:2 outer")]
    [InlineData("{{ include 'assigns' }}{{ made }}", "here")]
    [InlineData("{{ for x in [7, 8] }}{{ include 'loop' }} {{ end }}", "70 81 ")]
    [InlineData("{{ text = include 'plain' }}{{ text.size }}", "9")]
    [InlineData("{{ include 'empty' }}", "")]
    [InlineData("a\n  {{ include 'plain' }}b", "a\n  [coder0]\nb")]
    public void An_include_is_rendered_in_its_place(string template, string text) => Rendering.Of(template, Variables, Includes).ShouldBe(text);

    [Theory]
    [InlineData("{{ include 'nothing' }}")]
    [InlineData("{{ include '' }}")]
    [InlineData("{{ include }}")]
    [InlineData("{{ include 'arguments' 1 }}")]
    [InlineData("{{ include 'named' first: 1 }}")]
    public void An_include_that_does_not_exist_or_misses_an_argument_is_an_error(string template) =>
        Should.Throw<ScriptRuntimeException>(() => Rendering.Of(template, Variables, Includes));

    [Fact]
    public void An_include_is_parsed_once_and_can_be_given_parsed()
    {
        var context = new TemplateContext { AutoIndent = false, TemplateLoader = new TextLoader(new Dictionary<string, string> { ["a"] = "loaded" }) };
        context.CachedTemplates["a"] = Template.Parse("given", "a");

        Template.Parse("{{ include 'a' }}").Render(context).ShouldBe("given");
    }

    [Fact]
    public void A_template_can_be_rendered_again_with_other_variables()
    {
        var template = Template.Parse("{{ name }}");

        foreach (var name in new[] { "a", "b" })
        {
            var context = new TemplateContext { AutoIndent = false };
            context.PushGlobal(new ScriptObject { { "name", name } });
            template.Render(context).ShouldBe(name);
        }
    }
}
