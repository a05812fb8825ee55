using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Cli;

public sealed partial class A_plan_is_shown : IDisposable
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: one
          - { name: two, env: { API_TOKEN: hunter22 } }
        """;

    private readonly Installation _installation = new();

    [Fact]
    public void With_a_cause_for_each_step()
    {
        _installation.Install(Roster);
        Edit(roster => roster.Replace("- name: one", "- { name: one, command: bash -l }", StringComparison.Ordinal).Replace("two", "three", StringComparison.Ordinal));

        var plan = Tool.Run(_installation, "plan").Output;

        plan.ShouldMatch(@"^stop +agent two +\(agent two left the roster\)\n");
        plan.ShouldMatch(@"write +~/.config/mosaic/fleet/agents/one.env +\(agent one: command changed in the roster\)\n");
        plan.ShouldMatch(@"write +~/.config/mosaic/fleet/agents/three.env +\(agent three is new in the roster\)\n");
        plan.ShouldMatch(@"delete +~/.config/mosaic/fleet/agents/two.env +\(agent two left the roster\)\n");
    }

    [Fact]
    public void And_its_exit_code_says_whether_there_is_anything_to_do()
    {
        Tool.Run(_installation, "plan", "--profile", "minimal").ExitCode.ShouldBe(0);
        Tool.Run(_installation, "plan", "--profile", "minimal", "--exit-code").ExitCode.ShouldBe(1);
        Directory.GetFileSystemEntries(_installation.Home.Value).ShouldBeEmpty();

        _installation.Run("minimal");
        Tool.Run(_installation, "plan", "--exit-code").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void With_diffs_that_hide_secrets_and_have_no_colour_where_there_is_no_terminal()
    {
        _installation.Install(Roster);
        Edit(roster => roster.Replace("hunter22", "hunter23, GREETING: hello", StringComparison.Ordinal));

        var plan = Tool.Run(_installation, "plan", "--diff").Output;
        var json = Tool.Run(_installation, "plan", "--diff", "--json").Output;

        plan.ShouldContain("-API_TOKEN=<secret, old>\n+API_TOKEN=<secret, new>\n+GREETING=\"hello\"\n");
        foreach (var output in new[] { plan, json })
        {
            output.ShouldNotContain("hunter2");
            output.ShouldNotContain("\e");
            output.ShouldNotContain("\\u001B");
        }
    }

    [Fact]
    public void As_json_with_the_fields_of_its_page()
    {
        _installation.Install(Roster);
        Edit(roster => roster.Replace("- name: one", "- { name: one, command: bash -l, working_directory: /nowhere }", StringComparison.Ordinal));
        using var plan = JsonDocument.Parse(Tool.Run(_installation, "plan", "--diff", "--json").Output);

        Fields(plan.RootElement, "").Where(field => !field.StartsWith("warnings[].", StringComparison.Ordinal)).Distinct().ShouldBe(Documented("The report of an installation"));
        Fields(plan.RootElement.GetProperty("warnings")[0], "").ShouldBe(Documented("A diagnostic"));

        using var failure = JsonDocument.Parse(Tool.Run(_installation, "check", "/nowhere", "--json").Output);
        Fields(failure.RootElement, "").Where(field => !field.StartsWith("errors[].", StringComparison.Ordinal)).ShouldBe(Documented("A failure"));
    }

    public void Dispose() => _installation.Dispose();

    private void Edit(Func<string, string> edit) => File.WriteAllText(_installation.Layout.DefaultRoster.Value, edit(Roster));

    // The names of all that is no object or list, and of lists of documents.
    private static IEnumerable<string> Fields(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Fields(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        JsonValueKind.Array when path is "warnings" or "errors" || element.GetArrayLength() == 0 => [$"{path}[]"],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Fields(item, $"{path}[]")),
        _ => [path],
    };

    private static IEnumerable<string> Documented(string section)
    {
        var page = File.ReadAllText(TestFiles.Folder("docs/json.md"));
        var text = page.Split("\n## ").Single(part => part.StartsWith($"{section}\n", StringComparison.Ordinal));
        return Row().Matches(text).SelectMany(row => Field().Matches(row.Groups["fields"].Value)).Select(field => field.Groups["name"].Value);
    }

    [GeneratedRegex(@"^\| (?<fields>`[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Field();
}
