using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Encoding;

/// <summary>What hostile text becomes is proven against the real readers by the end-to-end tests; this is how it looks.</summary>
public sealed class Encoders_leave_harmless_text_readable
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("mosaic yolo claude", "\"mosaic yolo claude\"")]
    [InlineData("a\\b \"c\" $d `e` 'f' !g", "\"a\\\\b \\\"c\\\" \\$d \\`e\\` 'f' !g\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void An_env_value_stands_in_double_quotes(string value, string expected) =>
        EnvironmentFileEncoder.Quote(value).ShouldBe(expected);

    [Theory]
    [InlineData("", "''")]
    [InlineData("mos-claude", "mos-claude")]
    [InlineData("--option", "--option")]
    [InlineData("/usr/bin:/bin", "/usr/bin:/bin")]
    [InlineData("a b", "'a b'")]
    [InlineData("~/src", "'~/src'")]
    [InlineData("name=value", "'name=value'")]
    [InlineData("it's", @"'it'\''s'")]
    public void A_shell_word_is_bare_where_the_shell_gives_no_character_a_meaning(string word, string expected) =>
        ShellEncoder.Quote(word).ShouldBe(expected);

    [Theory]
    [InlineData("Claude Opus", "Claude Opus")]
    [InlineData("Pi GPT-5.5 (fast), see https://example.org/a_b", "Pi GPT-5.5 (fast), see https://example.org/a_b")]
    [InlineData("security_reviewer and _this_", @"security_reviewer and \_this\_")]
    [InlineData("a | b *c* `d` <e> [f](g) ~~h~~ &amp; \\", @"a \| b \*c\* \`d\` \<e\> \[f\](g) \~\~h\~\~ \&amp; \\")]
    [InlineData("# two\nlines\u2028", @"\# two lines")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("- one", @"\- one")]
    public void Markdown_has_a_backslash_only_before_what_it_would_give_a_meaning(string text, string expected) =>
        MarkdownEncoder.Text(text).ShouldBe(expected);

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("mosaic-factory", "mosaic-factory")]
    [InlineData("100%", "100%%")]
    [InlineData("$HOME", "$$HOME")]
    [InlineData(";", "\";\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("a\\b\"c\"\n\x1b", "\"a\\\\b\\\"c\\\"\\n\\x1b\"")]
    public void An_Exec_word_is_quoted_only_where_it_must_be(string word, string expected) =>
        UnitExecEncoder.Word(word).ShouldBe(expected);

    [Theory]
    [InlineData("/srv/my fleet", "/srv/my fleet")]
    [InlineData("/srv/100%", "/srv/100%%")]
    [InlineData("/srv/\"a\"$b", "/srv/\"a\"$b")]
    [InlineData("/srv/ends in space ", "/srv/ends in space /")]
    [InlineData(@"/srv/ends in backslash\", @"/srv/ends in backslash\/")]
    public void A_unit_s_path_is_bare(string path, string expected) =>
        UnitPathEncoder.Path(path).ShouldBe(expected);

    [Theory]
    [InlineData("Agent coder0, 100% busy", "Agent coder0, 100%% busy")]
    [InlineData(" two\nlines\n", "two lines")]
    [InlineData(@"C:\", @"C:\ ")]
    public void A_unit_s_text_stays_on_its_line(string text, string expected) =>
        UnitTextEncoder.Text(text).ShouldBe(expected);
}
