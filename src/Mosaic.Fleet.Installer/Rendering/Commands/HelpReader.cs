using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>Reads the header comment of a command, which is its help: a sentence, the usage, then paragraphs and lists.</summary>
internal static partial class HelpReader
{
    private const string UsageLabel = "usage: ";

    /// <summary>Reads the help of one command.</summary>
    /// <param name="name">The words that call it.</param>
    /// <param name="script">The whole text of it, or of its template.</param>
    public static CommandPage Read(string name, string script)
    {
        ImmutableArray<string> usage = [];
        List<HelpBlock> blocks = [];
        foreach (var lines in Paragraphs(script))
        {
            if (lines[0].StartsWith(UsageLabel, StringComparison.Ordinal))
            {
                usage = Usage(lines);
            }
            else
            {
                blocks.Add(Block(lines));
            }
        }

        var summary = blocks is [var first, ..] ? first.Text : string.Empty;
        var (operands, repeats) = UsageReader.Operands(name, usage);
        return new CommandPage(name, summary, usage, [.. blocks.Skip(1)])
        {
            Options = Options(blocks, usage),
            Operands = operands,
            RepeatsLast = repeats,
        };
    }

    // The comment below the first line, in paragraphs.
    private static IEnumerable<List<string>> Paragraphs(string script)
    {
        List<string> paragraph = [];
        foreach (var line in script.Split('\n').SkipWhile(line => line.StartsWith("#!", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('#')).Append("#"))
        {
            var text = line.Length > 1 ? line[(line[1] == ' ' ? 2 : 1)..].TrimEnd() : string.Empty;
            if (text.Length > 0)
            {
                paragraph.Add(text);
            }
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }
    }

    // A line that begins further in than a new one would belongs to the one above it.
    private static ImmutableArray<string> Usage(List<string> lines)
    {
        List<string> usage = [];
        foreach (var line in lines.Select((line, index) => index == 0 ? new string(' ', UsageLabel.Length) + line[UsageLabel.Length..] : line))
        {
            if (usage.Count > 0 && line.TrimStart().StartsWith('['))
            {
                usage[^1] += ' ' + line.TrimStart();
            }
            else
            {
                usage.Add(Blanks().Replace(line.Trim(), " "));
            }
        }

        return [.. usage];
    }

    private static HelpBlock Block(List<string> lines)
    {
        List<string> text = [];
        List<HelpItem> items = [];
        foreach (var line in lines)
        {
            if (Item().Match(line) is { Success: true } item)
            {
                items.Add(new HelpItem(item.Groups["term"].Value, item.Groups["text"].Value));
            }
            else if (items.Count > 0 && line.StartsWith(' '))
            {
                items[^1] = items[^1] with { Text = $"{items[^1].Text} {line.Trim()}" };
            }
            else
            {
                text.Add(line.Trim());
            }
        }

        return new HelpBlock(string.Join(' ', text), [.. items]);
    }

    // Those that are explained, and those that the usage alone names.
    private static ImmutableArray<CommandOption> Options(List<HelpBlock> blocks, ImmutableArray<string> usage)
    {
        var explained = blocks.SelectMany(block => block.Items).Where(item => item.Term.StartsWith('-')).Select(Option).ToList();
        var named = explained.SelectMany(option => option.Names).ToHashSet(StringComparer.Ordinal);
        return [.. explained, .. UsageReader.Options(usage).Where(option => named.Add(option.Names[0]))];
    }

    // "-j, --json", "--timeout SECONDS"
    private static CommandOption Option(HelpItem item)
    {
        var words = item.Term.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return new CommandOption(
            [.. words.Where(word => word.StartsWith('-'))],
            words.FirstOrDefault(word => !word.StartsWith('-')),
            item.Text);
    }

    [GeneratedRegex(@"^ {2,3}(?<term>\S+(?: \S+)*) {2,}(?<text>\S.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
