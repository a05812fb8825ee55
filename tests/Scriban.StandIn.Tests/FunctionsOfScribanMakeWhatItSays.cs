using Scriban.Runtime;
using Shouldly;
using Xunit;

namespace Scriban.StandIn.Tests;

public sealed class FunctionsOfScribanMakeWhatItSays
{
    private static readonly ScriptObject Variables = new()
    {
        { "none", null },
        { "path", "/usr/bin:/bin::" },
        { "agents", new ScriptArray(new[] { Agent("b", 2), Agent("a", 2), Agent("c", 1), new ScriptObject { { "other", 1 } } }) },
        { "agent", new ScriptObject { { "name", "a" }, { "limit", null } } },
    };

    [Theory]
    [InlineData("'Hello' | string.append ' World'", "Hello World")]
    [InlineData("none | string.append 'a'", "a")]
    [InlineData("'a' | string.append none", "a")]
    [InlineData("1 | string.append 2", "12")]
    [InlineData("'World' | string.prepend 'Hello '", "Hello World")]
    [InlineData("'test it' | string.capitalize", "Test it")]
    [InlineData("'' | string.capitalize", "")]
    [InlineData("'This is easy' | string.contains 'easy'", "true")]
    [InlineData("'This is easy' | string.contains 'EASY'", "false")]
    [InlineData("'a' | string.contains ''", "false")]
    [InlineData("none | string.contains 'a'", "false")]
    [InlineData("'TeSt Ä' | string.downcase", "test ä")]
    [InlineData("'TeSt ä' | string.upcase", "TEST Ä")]
    [InlineData("none | string.upcase", "")]
    [InlineData("'' | string.empty", "true")]
    [InlineData("' ' | string.empty", "false")]
    [InlineData("'This is easy' | string.ends_with 'easy'", "true")]
    [InlineData("'This is easy' | string.ends_with ''", "false")]
    [InlineData("'This is easy' | string.starts_with 'This'", "true")]
    [InlineData("'This is easy' | string.starts_with 'this'", "false")]
    [InlineData("none | string.starts_with 'this'", "false")]
    [InlineData("'  a b ' | string.strip", "a b")]
    [InlineData("'  a b ' | string.lstrip", "a b ")]
    [InlineData("'  a b ' | string.rstrip", "  a b")]
    [InlineData("'\\n\\ta ' | string.strip", "a")]
    [InlineData("'Hello, world. Goodbye, world.' | string.remove 'world'", "Hello, . Goodbye, .")]
    [InlineData("'abc' | string.remove ''", "abc")]
    [InlineData("'Hello, world. Goodbye, world.' | string.replace 'world' 'buddy'", "Hello, buddy. Goodbye, buddy.")]
    [InlineData("'a.b' | string.replace '.' none", "ab")]
    [InlineData("none | string.replace 'a' 'b'", "")]
    [InlineData("'aaa' | string.replace 'aa' 'b'", "ba")]
    [InlineData("'test' | string.size", "4")]
    [InlineData("none | string.size", "0")]
    [InlineData("123 | string.size", "3")]
    [InlineData("path | string.split ':' | array.join ' '", "/usr/bin /bin")]
    [InlineData("none | string.split ':' | array.join ' '", "")]
    [InlineData("'a, b' | string.split ', ' | array.size", "2")]
    [InlineData("'Hel\\tlo\\n\"W\\\\orld\\x01' | string.escape", "Hel\\tlo\\n\\\"W\\\\orld\\x01")]
    [InlineData("'plain' | string.escape", "plain")]
    public void Text(string expression, string text) => Rendering.Of($"{{{{ {expression} }}}}", Variables).ShouldBe(text);

    [Theory]
    [InlineData("[4, 5, 6] | array.first", "4")]
    [InlineData("[4, 5, 6] | array.last", "6")]
    [InlineData("[] | array.first", "")]
    [InlineData("none | array.last", "")]
    [InlineData("[4, 5, 6] | array.size", "3")]
    [InlineData("none | array.size", "0")]
    [InlineData("[1, 2, 3] | array.join '|'", "1|2|3")]
    [InlineData("['a', null, true, 1.5] | array.join ','", "a,,true,1.5")]
    [InlineData("[] | array.join ','", "")]
    [InlineData("none | array.join ','", "")]
    [InlineData("[1, 2, 3, 4] | array.contains 4", "true")]
    [InlineData("[1, 2] | array.contains '1'", "false")]
    [InlineData("['a', 'b'] | array.contains 'b'", "true")]
    [InlineData("[10, 2, 6] | array.sort | array.join ' '", "2 6 10")]
    [InlineData("['b', 'a', 'B'] | array.sort | array.join ' '", "B a b")]
    [InlineData("[] | array.sort | array.size", "0")]
    [InlineData("agents | array.sort 'weight' | array.map 'name' | array.join ' '", "c b a")]
    [InlineData("agents | array.map 'name' | array.join ' '", "b a c")]
    [InlineData("agents | array.map 'weight' | array.uniq | array.join ' '", "2 1")]
    [InlineData("[1, 1, 4, 5, 8, 8] | array.uniq | array.join ' '", "1 4 5 8")]
    [InlineData("[1, null, 3] | array.compact | array.join ' '", "1 3")]
    [InlineData("[1, 2] | array.concat [3] | array.join ' '", "1 2 3")]
    [InlineData("[4, 5, 6] | array.reverse | array.join ' '", "6 5 4")]
    public void Lists(string expression, string text) => Rendering.Of($"{{{{ {expression} }}}}", Variables).ShouldBe(text);

    [Theory]
    [InlineData("none | object.default 'Yo'", "Yo")]
    [InlineData("'' | object.default 'Yo'", "Yo")]
    [InlineData("' ' | object.default 'Yo'", " ")]
    [InlineData("0 | object.default 1", "0")]
    [InlineData("false | object.default true", "false")]
    [InlineData("agent | object.has_key 'limit'", "true")]
    [InlineData("agent | object.has_key 'other'", "false")]
    [InlineData("agent | object.has_value 'limit'", "false")]
    [InlineData("agent | object.has_value 'name'", "true")]
    [InlineData("agent | object.keys | array.join ' '", "name limit")]
    [InlineData("agent | object.values | array.first", "a")]
    [InlineData("agent | object.size", "2")]
    [InlineData("[1, 2, 3] | object.size", "3")]
    [InlineData("'abcd' | object.size", "4")]
    [InlineData("none | object.size", "0")]
    public void Objects(string expression, string text) => Rendering.Of($"{{{{ {expression} }}}}", Variables).ShouldBe(text);

    private static ScriptObject Agent(string name, int weight) => new() { { "name", name }, { "weight", weight } };
}
