using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Rendering.Commands;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>Manual pages and completion are made from the help of commands, so that of a tool has the same form.</summary>
public sealed partial class A_tool_s_help_names_its_options
{
    [Theory]
    [InlineData("git/lane-brief.sh")]
    [InlineData("woodpecker/ci-wait.sh")]
    [InlineData("woodpecker/pipeline-list.sh")]
    [InlineData("woodpecker/pipeline-status.sh")]
    public void All_that_it_parses_and_no_other(string tool)
    {
        var script = File.ReadAllText(TestFiles.Folder($"templates/tools/{tool}.sbn"));

        var page = HelpReader.Read(Path.GetFileName(tool), script);

        page.Summary.ShouldEndWith(".");
        page.Usage.ShouldHaveSingleItem().ShouldStartWith($"{page.Name} -r OWNER/REPO");
        page.Options.SelectMany(option => option.Names).Where(name => name.Length == 2).Order()
            .ShouldBe(GetOpts().Match(script).Groups["letters"].Value.Where(char.IsAsciiLetter).Select(letter => $"-{letter}").Order());
        page.Options.ShouldAllBe(option => option.Description != string.Empty);
    }

    [GeneratedRegex("getopts '(?<letters>[^']*)'")]
    private static partial Regex GetOpts();
}
