using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Tests.Roster;
using Scriban;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering;

/// <summary>Holds <c>docs/templates.md</c> to what templates can see.</summary>
public sealed partial class The_page_of_the_templates
{
    private static readonly string Page = File.ReadAllText(TestFiles.Folder("docs/templates.md"));

    [Fact]
    public void Lists_every_variable()
    {
        using var installation = new Installation();
        var roster = RosterText.Read("""
            version: 1
            gitea: { logins: { usc: main } }
            woodpecker: { instances: { main: { server: "https://ci.example.com" } }, owners: { usc: main } }
            agents: [{ name: one, runtime: shell, env: { A: b } }]
            """);
        var variables = TemplateModel.Common(roster, installation.Layout)
            .AddRange(TemplateModel.For(roster.Agents[0]))
            .AddRange(TemplateModel.For(new HostFacts("/bin", "C.UTF-8", "/tmp"), installation.Layout));

        Variable().Matches(Page).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal)
            .ShouldBe(Names("", variables.Remove("agents")).Append("agents").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_every_encoder() =>
        Encoder().Matches(Page).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal)
            .ShouldBe(TemplateRenderer.Encoders.SelectMany(group => group.Value.Keys.Select(name => $"{group.Key}.{name}")).Order(StringComparer.Ordinal));

    [Fact]
    public void Shows_functions_by_examples_that_are_true()
    {
        var examples = Example().Matches(Page);

        examples.Count.ShouldBeGreaterThan(25);
        foreach (Match example in examples)
        {
            var code = example.Groups["code"].Value.Replace("\\|", "|", StringComparison.Ordinal);
            Template.Parse($"{{{{ {code} }}}}").Render(new TemplateContext { AutoIndent = false }).ShouldBe(example.Groups["gives"].Value, customMessage: code);
        }
    }

    private static IEnumerable<string> Names(string prefix, ImmutableDictionary<string, object?> members) => members.SelectMany(member => member.Value switch
    {
        ImmutableDictionary<string, object?> inner => Names($"{prefix}{member.Key}.", inner),
        ImmutableArray<object?> and [ImmutableDictionary<string, object?> item, ..] => Names($"{prefix}{member.Key}[].", item),
        _ => [prefix + member.Key],
    });

    [GeneratedRegex(@"^\| `(?<name>(agents|(fleet|tools|layout|agent|host|built_in_runtimes\[\])\.[a-z_.\[\]]+))` \|", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\| `(?<code>.*(string|array|object)\..*)` \| `(?<gives>.*)` \|$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `value \\\| (?<name>(env|shell|manual|markdown|unit)\.[a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Encoder();
}
