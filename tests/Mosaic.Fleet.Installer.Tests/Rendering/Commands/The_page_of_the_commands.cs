using System.Text;
using Mosaic.Fleet.Installer.Rendering.Commands;
using Mosaic.Fleet.Installer.Rendering.Encoding;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Commands;

/// <summary>Holds <c>docs/commands.md</c> to what the commands' help says. With <c>ACCEPT=1</c> it is written anew.</summary>
public sealed class The_page_of_the_commands
{
    private const string Mark = "<!-- What follows is made from the commands' help. -->\n";

    private static readonly string PagePath = TestFiles.Folder("docs/commands.md");

    [Fact]
    public void Says_what_their_help_says()
    {
        var page = File.ReadAllText(PagePath);
        var truth = page[..(page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)] + string.Concat(CommandPages.Fleet.All.Concat(CommandPages.Tool.All).Select(Section));

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(PagePath, truth);
        }

        page.ShouldBe(truth);
    }

    private static string Section(CommandPage page)
    {
        var text = new StringBuilder($"\n## {page.Name}\n\n{MarkdownEncoder.Text(page.Summary)}\n\n```text\n{string.Join('\n', page.Usage)}\n```\n");
        foreach (var block in page.Blocks)
        {
            text.Append(block.Text.Length == 0 ? "" : block.Text.Contains('\n', StringComparison.Ordinal) ? $"\n```text\n{block.Text}\n```\n" : $"\n{MarkdownEncoder.Text(block.Text)}\n");
            text.Append(block.Items.IsEmpty ? "" : "\n");
            text.AppendJoin("", block.Items.Select(item => $"- `{item.Term}`: {MarkdownEncoder.Text(item.Text)}\n"));
        }

        return text.ToString();
    }
}
