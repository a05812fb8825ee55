using Scriban.Runtime;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class LiteralsAndOperatorsHaveScribansValues
{
    private static readonly ScriptObject Variables = new()
    {
        { "nothing", null },
        { "no_text", "" },
        { "zero", 0 },
        { "long_zero", 0L },
        { "half", 0.5 },
        { "list", new ScriptArray() },
        { "members", new ScriptObject() },
    };

    [Theory]
    [InlineData("""{{ "a'b" }}{{ 'a"b' }}""", "a'ba\"b")]
    [InlineData("""{{ "\"\'\\" }}""", "\"'\\")]
    [InlineData("""{{ "a\nb\tc\rd" }}""", "a\nb\tc\rd")]
    [InlineData("""{{ "\b\f\v\0" }}""", "\b\f\v\0")]
    [InlineData("""{{ "\u00e4\u20AC\xe4" }}""", "ä€ä")]
    [InlineData("""{{ "\ud83d\ude00" }}""", "😀")]
    [InlineData("{{ 'a\nb' }}", "a\nb")]
    [InlineData("{{ 'a\\\nb\\\r\nc' }}", "abc")]
    [InlineData("{{ '}}' }}{{ '{{' }}{{ '-}}' }}", "}}{{-}}")]
    [InlineData("{{ '# no comment' }}", "# no comment")]
    [InlineData("{{ `a\\n'\"b` }}", "a\\n'\"b")]
    [InlineData("{{ `a``b``` }}", "a`b`")]
    [InlineData("{{ `` }}", "")]
    public void A_string_is_its_characters(string template, string text) => Rendering.Of(template).ShouldBe(text);

    [Theory]
    [InlineData("{{ 0 }}{{ 007 }}{{ 42 }}", "0742")]
    [InlineData("{{ 2147483647 }} {{ 2147483648 }} {{ 9223372036854775807 }}", "2147483647 2147483648 9223372036854775807")]
    [InlineData("{{ -5 }} {{ - 5 }} {{ -2147483648 }}", "-5 -5 -2147483648")]
    [InlineData("{{ 1.0 }} {{ 1.50 }} {{ 0.1 }} {{ -0.5 }}", "1 1.5 0.1 -0.5")]
    [InlineData("{{ 100000000000000000000.0 }} {{ 0.00001 }}", "1E+20 1E-05")]
    [InlineData("{{ true }}{{ false }}{{ null }}{{ nothing }}", "truefalse")]
    public void A_value_is_written_the_same_in_every_culture(string template, string text) => Rendering.Of(template, Variables).ShouldBe(text);

    [Theory]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("nothing", false)]
    [InlineData("true", true)]
    [InlineData("zero", true)]
    [InlineData("0", true)]
    [InlineData("half", true)]
    [InlineData("''", true)]
    [InlineData("no_text", true)]
    [InlineData("list", true)]
    [InlineData("members", true)]
    public void Everything_but_null_and_false_is_true(string expression, bool truth)
    {
        Rendering.Of($"{{{{ if {expression} }}}}true{{{{ else }}}}false{{{{ end }}}}", Variables).ShouldBe(truth ? "true" : "false");
        Rendering.Of($"{{{{ !{expression} }}}}", Variables).ShouldBe(truth ? "false" : "true");
        Rendering.Of($"{{{{ {expression} && true }}}}", Variables).ShouldBe(truth ? "true" : "false");
        Rendering.Of($"{{{{ {expression} || false }}}}", Variables).ShouldBe(truth ? "true" : "false");
    }

    [Theory]
    [InlineData("1 == 1", true)]
    [InlineData("1 == 1.0", true)]
    [InlineData("zero == long_zero", true)]
    [InlineData("1 != 2", true)]
    [InlineData("'a' == 'a'", true)]
    [InlineData("'a' == 'A'", false)]
    [InlineData("'1' == 1", true)]
    [InlineData("1 == '1.0'", false)]
    [InlineData("'true' == true", true)]
    [InlineData("true == false", false)]
    [InlineData("true != false", true)]
    [InlineData("null == null", true)]
    [InlineData("null == nothing", true)]
    [InlineData("null == ''", false)]
    [InlineData("'' == null", false)]
    [InlineData("null != ''", true)]
    [InlineData("null == 0", false)]
    [InlineData("null == false", false)]
    [InlineData("null != false", true)]
    [InlineData("list == null", false)]
    [InlineData("null != members", true)]
    [InlineData("1 < 2", true)]
    [InlineData("2 <= 2", true)]
    [InlineData("2 > 2", false)]
    [InlineData("2 >= 2", true)]
    [InlineData("half < 1", true)]
    [InlineData("10 > 9", true)]
    [InlineData("'10' > '9'", false)]
    [InlineData("10 > '9'", false)]
    [InlineData("'a' < 'b'", true)]
    [InlineData("'B' < 'a'", true)]
    [InlineData("'a' <= 'a'", true)]
    [InlineData("null < 1", false)]
    [InlineData("null >= 1", false)]
    [InlineData("null >= null", false)]
    public void A_comparison_is_true_or_false(string expression, bool truth) =>
        Rendering.Of($"{{{{ {expression} }}}}", Variables).ShouldBe(truth ? "true" : "false");

    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("1 + 0.5", "1.5")]
    [InlineData("0.5 + 0.5", "1")]
    [InlineData("2147483647 + 1", "2147483648")]
    [InlineData("1 + -3", "-2")]
    [InlineData("'a' + 'b'", "ab")]
    [InlineData("'a' + 1 + 2", "a12")]
    [InlineData("1 + 2 + 'a'", "3a")]
    [InlineData("'a' + (1 + 2)", "a3")]
    [InlineData("'a' + 1.0", "a1")]
    [InlineData("'a' + true + null", "atrue")]
    [InlineData("null + 'a'", "a")]
    [InlineData("null + 1", "")]
    [InlineData("null + null", "")]
    [InlineData("nothing ?? 'a'", "a")]
    [InlineData("no_text ?? 'a'", "")]
    [InlineData("zero ?? 1", "0")]
    [InlineData("false ?? 1", "false")]
    [InlineData("null ?? nothing ?? 2", "2")]
    [InlineData("null ?? 'a' + 'b'", "ab")]
    [InlineData("1 + 1 == 2", "true")]
    [InlineData("1 == 2 == false", "true")]
    [InlineData("1 < 2 == 2 > 1", "true")]
    [InlineData("false && false || true", "true")]
    [InlineData("true || false && false", "true")]
    [InlineData("(true || false) && false", "false")]
    [InlineData("!false && false", "false")]
    [InlineData("!(true && false)", "true")]
    [InlineData("!!true", "true")]
    [InlineData("1 && 'a'", "true")]
    [InlineData("null || 'a'", "true")]
    [InlineData("-half + 1", "0.5")]
    public void An_expression_has_a_value(string expression, string text) => Rendering.Of($"{{{{ {expression} }}}}", Variables).ShouldBe(text);

    [Theory]
    [InlineData("{{ false && undefined }}", "false")]
    [InlineData("{{ true || undefined }}", "true")]
    public void Logic_does_not_look_at_a_side_that_does_not_count(string template, string text) => Rendering.Of(template).ShouldBe(text);

    [Fact]
    public void A_fallback_is_evaluated_even_where_it_is_not_needed() =>
        Should.Throw<Syntax.ScriptRuntimeException>(() => Rendering.Of("{{ 1 ?? undefined }}"));
}
