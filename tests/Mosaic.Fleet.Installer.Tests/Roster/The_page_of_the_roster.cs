using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster;
using Mosaic.Fleet.Installer.Roster.Language;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

/// <summary>Holds <c>docs/roster.md</c> to the language. With <c>ACCEPT=1</c> its tables are rewritten to what the language is now.</summary>
public sealed partial class The_page_of_the_roster
{
    private static readonly string PagePath = TestFiles.Folder("docs/roster.md");

    private static readonly Dictionary<string, MappingKind> Kinds = new()
    {
        ["a roster"] = RosterKeys.Kind,
        ["`tmux`"] = TmuxKeys.Kind,
        ["`gitea`"] = GiteaKeys.Kind,
        ["`woodpecker`"] = WoodpeckerKeys.Kind,
        ["an instance"] = InstanceKeys.Kind,
        ["an agent"] = AgentKeys.Kind,
        ["`limits`"] = LimitKeys.Kind,
        ["a runtime"] = RuntimeKeys.Kind,
        ["`skills`"] = SkillKeys.Kind,
    };

    [Fact]
    public void Lists_every_key_with_what_it_takes_and_its_built_in_value()
    {
        var page = File.ReadAllText(PagePath);

        var truth = KeyTable().Replace(page, table => $"<!-- keys: {table.Groups["noun"]} -->\n{Table(Kinds[table.Groups["noun"].Value])}\n");
        truth = ReservedTable().Replace(truth, $"<!-- reserved -->\n{Reserved()}\n");

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(PagePath, truth);
        }

        page.ShouldBe(truth);
        KeyTable().Count(page).ShouldBe(Kinds.Count);
    }

    [Fact]
    public void Names_each_built_in_runtime_as_it_is()
    {
        var page = File.ReadAllText(PagePath);

        foreach (var name in BuiltInRuntimes.Names)
        {
            var agent = RosterText.ReadAgent($"runtime: {name}");
            var (idle, queued) = (Code(agent.Runtime.Dialogue.IdlePattern), Code(agent.Runtime.Dialogue.QueuedPattern));
            page.ShouldContain($"| `{name}` | `{agent.Command}` | `{agent.ResetCommand}` | {idle} | {queued} |");
        }
    }

    [Fact]
    public void Shows_examples_without_a_problem()
    {
        var examples = Example().Matches(File.ReadAllText(PagePath)).Select(example => example.Groups["yaml"].Value).ToList();

        examples.Count.ShouldBe(7);
        foreach (var yaml in examples)
        {
            var agents = yaml.Contains("agents:", StringComparison.Ordinal) ? "" : "agents: [{ name: a }]\n";
            RosterText.Read((yaml.Contains("version:", StringComparison.Ordinal) ? "" : "version: 1\n") + agents + yaml);
        }
    }

    private static string Code(string? text) => text is null ? "" : $"`{text}`";

    private static string Table(MappingKind kind) =>
        "| key | what it takes | built-in value | |\n|---|---|---|---|\n" + string.Concat(kind.Keys.Select(Row));

    private static string Row(KeyDefinition key)
    {
        var builtIn = key switch
        {
            { IsRequired: true } => "required",
            { DefaultText: null } => "",
            { DefaultText: "" } => "empty",
            _ => $"`{key.DefaultText}`",
        };
        return $"| `{key.Name}` | {key.Expectation} | {builtIn} | {key.Description} |\n";
    }

    private static string Reserved() =>
        "| variable | why |\n|---|---|\n" + string.Concat(ReservedVariables.All.Select(variable => $"| `{variable.Name}` | {variable.Reason} |\n"));

    [GeneratedRegex(@"<!-- keys: (?<noun>.*) -->\n(\|.*\n)*\n")]
    private static partial Regex KeyTable();

    [GeneratedRegex(@"<!-- reserved -->\n(\|.*\n)*\n")]
    private static partial Regex ReservedTable();

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Example();
}
