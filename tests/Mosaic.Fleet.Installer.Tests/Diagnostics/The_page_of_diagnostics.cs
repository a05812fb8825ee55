using System.Reflection;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Diagnostics;

/// <summary>Holds <c>docs/diagnostics.md</c> to the code. With <c>ACCEPT=1</c> its examples are rewritten to what the tool says now.</summary>
public sealed partial class The_page_of_diagnostics
{
    private static readonly string PagePath = TestFiles.Folder("docs/diagnostics.md");

    [Fact]
    public void Has_a_section_for_each_code_in_their_order()
    {
        var codes = typeof(DiagnosticCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Section().Matches(File.ReadAllText(PagePath)).Select(section => section.Groups["code"].Value).ShouldBe(codes);
    }

    [Fact]
    public void Shows_examples_that_are_true()
    {
        var page = File.ReadAllText(PagePath);

        var truth = Example().Replace(page, example => $"```yaml\n{example.Groups["yaml"]}```\n\n```text\n{Say(example.Groups["yaml"].Value)}```\n");

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(PagePath, truth);
        }

        page.ShouldBe(truth);
    }

    [Fact]
    public void Shows_in_each_example_the_code_of_its_section() =>
        Section().Split(File.ReadAllText(PagePath)).Skip(1).Chunk(2)
            .Where(section => Example().IsMatch(section[1]))
            .ShouldAllBe(section => Example().Match(section[1]).Groups["said"].Value.Contains($" {section[0]}: ", StringComparison.Ordinal));

    private static string Say(string yaml) =>
        string.Concat(RosterReader.Read(new SourceText("roster.yaml", yaml)).Diagnostics.Select(DiagnosticFormatter.Format));

    [GeneratedRegex(@"^## (?<code>MFI\d{3}): .*$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"```yaml\n(?<yaml>.*?)```\n\n```text\n(?<said>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Example();
}
