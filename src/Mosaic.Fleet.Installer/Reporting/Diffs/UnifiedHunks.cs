using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Model;

namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>Two texts as the hunks of a unified diff (POSIX, <c>diff -u</c>), with three lines of context.</summary>
internal static class UnifiedHunks
{
    private const int Context = 3;
    private const string NoLineBreak = "\n\\ No newline at end of file";

    /// <summary>The hunks; none when the texts are equal.</summary>
    public static ImmutableArray<DiffLine> Between((string Before, string After) texts)
    {
        var result = new Differ().CreateCustomDiffs(texts.Before, texts.After, ignoreWhiteSpace: false, Lines);
        var lines = ImmutableArray.CreateBuilder<DiffLine>();
        for (var first = 0; first < result.DiffBlocks.Count;)
        {
            var last = first;
            while (last + 1 < result.DiffBlocks.Count && result.DiffBlocks[last + 1].DeleteStartA - End(result.DiffBlocks[last]) <= 2 * Context)
            {
                last++;
            }

            AddHunk(result, first, last, lines);
            first = last + 1;
        }

        return lines.ToImmutable();
    }

    private static void AddHunk(DiffResult result, int first, int last, ImmutableArray<DiffLine>.Builder lines)
    {
        var blocks = result.DiffBlocks;
        var start = Math.Max(0, blocks[first].DeleteStartA - Context);
        var end = Math.Min(result.PiecesOld.Length, End(blocks[last]) + Context);
        var otherStart = blocks[first].InsertStartB - (blocks[first].DeleteStartA - start);
        var otherEnd = blocks[last].InsertStartB + blocks[last].InsertCountB + (end - End(blocks[last]));
        lines.Add(new DiffLine(DiffLineKind.Hunk, $"@@ -{Range(start, end)} +{Range(otherStart, otherEnd)} @@"));

        var position = start;
        for (var index = first; index <= last; index++)
        {
            var block = blocks[index];
            Add(DiffLineKind.Context, ' ', result.PiecesOld, position, block.DeleteStartA, lines);
            Add(DiffLineKind.Removed, '-', result.PiecesOld, block.DeleteStartA, End(block), lines);
            Add(DiffLineKind.Added, '+', result.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB, lines);
            position = End(block);
        }

        Add(DiffLineKind.Context, ' ', result.PiecesOld, position, end, lines);
    }

    private static void Add(
        DiffLineKind kind, char sign, string[] pieces, int start, int end, ImmutableArray<DiffLine>.Builder lines)
    {
        for (var index = start; index < end; index++)
        {
            var isCut = pieces[index].EndsWith(NoLineBreak, StringComparison.Ordinal);
            lines.Add(new DiffLine(kind, sign + PrintableText.Of(isCut ? pieces[index][..^NoLineBreak.Length] : pieces[index])));
            if (isCut)
            {
                lines.Add(new DiffLine(DiffLineKind.Note, NoLineBreak[1..]));
            }
        }
    }

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    // An empty range names the line before it.
    private static string Range(int start, int end) => end == start ? $"{start},0" : end == start + 1 ? $"{start + 1}" : $"{start + 1},{end - start}";

    private static string[] Lines(string text) =>
        text.Length == 0 ? [] : text[^1] == '\n' ? text[..^1].Split('\n') : (text + NoLineBreak).Split('\n') is [.. var lines, var cut, var note] ? [.. lines, $"{cut}\n{note}"] : [];
}
