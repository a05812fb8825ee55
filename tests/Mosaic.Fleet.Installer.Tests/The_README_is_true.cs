using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Reporting;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests;

public sealed partial class The_README_is_true
{
    private static readonly string[] Stages =
        ["Cli", "Diagnostics", "Roster", "Profiles", "Layout", "Rendering", "Packaging", "Planning", "Applying", "Reporting"];

    [Fact]
    public void Its_roster_has_five_lines_and_installs()
    {
        var roster = Block("yaml");
        roster.TrimEnd('\n').Split('\n').Length.ShouldBe(5);

        using var installation = new Installation();
        var report = installation.Install(roster);

        report.Outcome.ShouldBe(InstallOutcome.Installed);
        report.Files.ShouldContain(file => file.Path == "~/.config/mosaic/fleet/agents/canary.env");
    }

    [Fact]
    public void Every_path_of_its_map_is_there_and_every_stage_is_on_it()
    {
        var folder = Folder();
        var map = Block(string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var parent = string.Empty;
        foreach (var line in map)
        {
            var path = line.TrimStart().Split(' ')[0];
            parent = line[0] == ' ' ? parent : path;
            var full = Path.Join(folder, line[0] == ' ' ? Path.Join(parent, path) : path);
            Path.Exists(full).ShouldBeTrue(full);
        }

        Stages.ShouldBeSubsetOf(map.Select(line => line.TrimStart().Split('/')[0]));
        Directory.GetDirectories(Path.Join(folder, "src/Mosaic.Fleet.Installer")).Select(Path.GetFileName)
            .Except(["bin", "obj"]).Order(StringComparer.Ordinal)
            .ShouldBe(Stages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_that_it_or_another_page_names_is_there()
    {
        foreach (var page in Directory.EnumerateFiles(Path.Join(Folder(), "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Join(Folder(), "README.md")))
        {
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(page)))
            {
                var target = Path.Join(Path.GetDirectoryName(page), link.Groups[1].Value);
                File.Exists(target).ShouldBeTrue($"{page} names {target}");
            }
        }
    }

    // The first fenced block of a language.
    private static string Block(string language)
    {
        var text = File.ReadAllText(Path.Join(Folder(), "README.md"));
        var blocks = FencedBlock().Matches(text).Where(block => block.Groups[1].Value == language);
        return blocks.First().Groups[2].Value;
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Join(Path.GetDirectoryName(thisFile), "../.."));

    [GeneratedRegex(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex RelativeLink();
}
