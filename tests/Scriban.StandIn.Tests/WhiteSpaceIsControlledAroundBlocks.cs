using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class WhiteSpaceIsControlledAroundBlocks
{
    [Theory]
    [InlineData("a {{ 1 }} b", "a 1 b")]
    [InlineData("a \n {{- 1 -}} \n b", "a1b")]
    [InlineData("a \n {{~ 1 ~}} \n b", "a \n1 b")]
    [InlineData("a\n  {{~ if true ~}}\n  b\n  {{~ end ~}}\nc\n", "a\n  b\nc\n")]
    [InlineData("a\r\n  {{~ 1 ~}}  \r\n  b", "a\r\n1  b")]
    [InlineData("{{~ 1 ~}}\n\nb", "1\nb")]
    [InlineData("  {{~ 1 ~}}", "1")]
    [InlineData("{{ 1 }} \n {{- 2 }}", "12")]
    [InlineData("{{-1}}", "1")]
    [InlineData("a {{- -1 }}", "a-1")]
    [InlineData("{{}}{{ }}{{--}}", "")]
    public void A_sign_takes_the_white_space_on_its_side(string template, string text) => Rendering.Of(template).ShouldBe(text);

    [Theory]
    [InlineData("{%{Hello {{ name }}}%}", "Hello {{ name }}")]
    [InlineData("{%%{a }%} b}%%}", "a }%} b")]
    [InlineData("a \n {%{- {{ -}%} \n b", "a {{ b")]
    [InlineData("a \n {%{~{{~}%} \n b", "a \n{{ b")]
    [InlineData("{%{}%}", "")]
    [InlineData("{%{{%{}%}", "{%{")]
    [InlineData("{ { % } }", "{ { % } }")]
    public void An_escape_block_is_text(string template, string text) => Rendering.Of(template).ShouldBe(text);

    [Theory]
    [InlineData("{{ 1 # one }}2", "12")]
    [InlineData("{{ # nothing\n 1 # one\n 2 }}", "12")]
    [InlineData("{{ ## a\n }\n b ## 1 }}", "1")]
    [InlineData("{{ 1 ## never closed }}2", "12")]
    [InlineData("a \n{{- # taken -}}\n b", "ab")]
    public void A_comment_is_nothing(string template, string text) => Rendering.Of(template).ShouldBe(text);

    [Theory]
    [InlineData("{{ 1; 2 }}", "12")]
    [InlineData("{{\n1\n\n  2\r\n3\n}}", "123")]
    [InlineData("{{ if true; 1; else; 2; end; 3 }}", "13")]
    [InlineData("{{ if false\n 1\nelse\n 2\nend }}", "2")]
    public void Statements_end_with_the_line_the_block_or_a_semicolon(string template, string text) => Rendering.Of(template).ShouldBe(text);
}
