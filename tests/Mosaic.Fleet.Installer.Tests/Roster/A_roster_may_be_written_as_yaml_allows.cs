using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

public sealed class A_roster_may_be_written_as_yaml_allows
{
    [Fact]
    public void In_json() =>
        RosterText.Read("""{ "version": 1, "agents": [ { "name": "coder0", "enabled": false, "env": { "A": "b" } } ] }""")
            .Agents[0].Enabled.ShouldBeFalse();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void With_any_line_ends(string lineEnd) =>
        RosterText.Read(string.Join(lineEnd, "version: 1", "agents:", "  - name: coder0", "    env:", "      TEXT: |", "        a", "        b", ""))
            .Agents[0].Environment[0].Value.ShouldBe("a\nb\n");

    [Fact]
    public void With_document_markers_and_a_directive() =>
        RosterText.Read("%YAML 1.2\n---\nversion: 1\nagents: [{ name: coder0 }]\n...\n").Agents.ShouldHaveSingleItem();

    [Fact]
    public void With_anchors_and_aliases() =>
        RosterText.Read("version: 1\nagents:\n  - { name: a, env: &env { KEY: value } }\n  - { name: b, env: *env }\n")
            .Agents[1].Environment[0].Value.ShouldBe("value");

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("NO")]
    public void With_words_that_only_yaml_1_1_takes_for_switches(string word)
    {
        var agent = RosterText.ReadAgent($"class: {word}, model_hint: {word}, command: {word}");

        (agent.Class, agent.ModelHint, agent.Command).ShouldBe((word, word, word));
    }

    [Theory]
    [InlineData("8080", "8080")]
    [InlineData("1.50", "1.50")]
    [InlineData("0x1F", "0x1F")]
    [InlineData("true", "true")]
    [InlineData("\"\"", "")]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"\\u00e9\\t\\n\\ud83d\\ude00\"", "é\t\n😀")]
    public void With_variables_that_look_like_numbers(string written, string value) =>
        RosterText.ReadAgent($"env: {{ KEY: {written} }}").Environment[0].Value.ShouldBe(value);

    [Theory]
    [InlineData("true", PersonaPersistence.Full)]
    [InlineData("True", PersonaPersistence.Full)]
    [InlineData("semi", PersonaPersistence.Semi)]
    [InlineData("'semi'", PersonaPersistence.Semi)]
    [InlineData("false", PersonaPersistence.None)]
    internal void With_a_persona_that_is_true_semi_or_false(string written, PersonaPersistence persona) =>
        RosterText.ReadAgent($"persistent_persona: {written}").PersistentPersona.ShouldBe(persona);

    [Theory]
    [InlineData("a")]
    [InlineData("_")]
    [InlineData("0")]
    [InlineData("Coder-0_x")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public void With_any_name_that_is_safe_everywhere(string name) =>
        RosterText.Read($"version: 1\nagents: [{{ name: \"{name}\" }}]").Agents[0].Name.ShouldBe(name);

    [Theory]
    [InlineData("'~'", "~")]
    [InlineData("~/", "~/")]
    [InlineData("~/src/my stack", "~/src/my stack")]
    [InlineData("/", "/")]
    [InlineData("/srv/größe", "/srv/größe")]
    public void With_any_directory_that_does_not_depend_on_where_one_stands(string written, string directory) =>
        RosterText.ReadAgent($"working_directory: {written}").WorkingDirectory.ShouldBe(directory);
}
