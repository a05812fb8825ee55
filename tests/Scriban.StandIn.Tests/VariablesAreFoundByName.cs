using Scriban.Runtime;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class VariablesAreFoundByName
{
    private static readonly ScriptObject Variables = new()
    {
        { "agent", new ScriptObject { { "name", "coder0" }, { "limits", null }, { "class", "implementer" }, { "end", "the end" } } },
        { "list", new ScriptArray(new object?[] { "a", "b", null, 4 }) },
        { "key", "name" },
        { "_under_score9", "yes" },
        { "größe", 3 },
    };

    [Theory]
    [InlineData("{{ agent.name }}", "coder0")]
    [InlineData("{{ agent . name }}", "coder0")]
    [InlineData("{{ agent['name'] }}", "coder0")]
    [InlineData("{{ agent[key] }}", "coder0")]
    [InlineData("{{ agent[key + ''] }}", "coder0")]
    [InlineData("{{ agent.class }}{{ agent.end }}", "implementerthe end")]
    [InlineData("{{ list[0] }}{{ list[1] }}{{ list[2] }}{{ list[-1] }}", "ab4")]
    [InlineData("{{ list.size }}{{ agent.name.size }}{{ 'abc'.size }}{{ [1, 2].size }}", "4632")]
    [InlineData("{{ _under_score9 }}{{ größe }}", "yes3")]
    public void A_path_leads_to_a_value(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ agent.limits?.memory }}", "")]
    [InlineData("{{ agent.limits?.memory.soft.x }}", "")]
    [InlineData("{{ agent.limits?.memory ?? 'none' }}", "none")]
    [InlineData("{{ agent?.name }}", "coder0")]
    public void A_question_mark_before_the_dot_allows_null(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ nobody }}")]
    [InlineData("{{ agent.nothing }}")]
    [InlineData("{{ agent['nothing'] }}")]
    [InlineData("{{ list[9] }}")]
    [InlineData("{{ list[-9] }}")]
    [InlineData("{{ for x in nobody }}x{{ end }}")]
    public void What_does_not_exist_is_null_in_a_relaxed_context(string template) =>
        Rendering.Of(template, Variables, adjust: context =>
        {
            context.StrictVariables = false;
            context.EnableRelaxedMemberAccess = true;
            context.EnableRelaxedIndexerAccess = true;
        }).ShouldBe("");

    [Theory]
    [InlineData("{{ x = 1 }}{{ x }}", "1")]
    [InlineData("{{ x = 1; x = x + 1; x }}", "2")]
    [InlineData("{{ x = 'a' | string.upcase }}{{ x }}", "A")]
    [InlineData("{{ key = 'other'; key }}", "other")]
    [InlineData("{{ string = 'own'; string }}", "own")]
    [InlineData("{{ for x in [1, 2]; last = x; end; last }}", "2")]
    [InlineData("{{ x = 0; for x in [1, 2]; x = 9; x; end; x }}", "129")]
    public void An_assignment_makes_a_global_variable(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Fact]
    public void An_assignment_changes_only_the_object_pushed_last()
    {
        var variables = new ScriptObject { { "name", "model" } };

        Rendering.Of("{{ name = 'own'; name }}", variables).ShouldBe("own");
        variables["name"].ShouldBe("model");
    }

    [Theory]
    [InlineData("{{ capture x }}a{{ 1 }}{{ end }}[{{ x }}]", "[a1]")]
    [InlineData("{{ capture x; 'a'; end; x + 'b' }}", "ab")]
    [InlineData("{{ capture x; 'a'; end; x | string.upcase }}", "A")]
    [InlineData("{{ capture x; end; if x; 'true'; end }}", "true")]
    [InlineData("{{ capture x; 'a'; end; x == 'a' }}", "true")]
    public void A_capture_makes_a_variable_of_what_is_written(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);
}
