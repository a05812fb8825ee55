using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests;

/// <summary>Holds the tables of <c>docs/operating.md</c> to what the commands say.</summary>
public sealed partial class The_page_on_operating
{
    private static readonly string Page = File.ReadAllText(TestFiles.Folder("docs/operating.md"));

    private static readonly string Templates = string.Concat(
        Directory.EnumerateFiles(TestFiles.Folder("templates"), "*.sbn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Fact]
    public void Explains_no_reason_and_no_message_that_nobody_gives()
    {
        var explained = Row().Matches(Page[Page.IndexOf("## When something is wrong", StringComparison.Ordinal)..]);

        explained.Count.ShouldBeGreaterThan(20);
        foreach (var piece in explained.SelectMany(row => Placeholder().Split(row.Groups["text"].Value)).Select(piece => piece.Trim()).Where(piece => piece.Length > 3))
        {
            Templates.ShouldContain(piece);
        }
    }

    [Fact]
    public void Explains_every_reason_that_the_launcher_gives()
    {
        var reasons = Reason().Matches(Templates);

        reasons.Count.ShouldBeGreaterThan(5);
        reasons.Select(reason => reason.Groups["text"].Value).ShouldAllBe(text => Page.Contains(text, StringComparison.Ordinal));
    }

    [GeneratedRegex("^\\| `(?<text>[^`]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    // What differs from case to case stands in capitals or in digits.
    [GeneratedRegex(@"\b[A-Z]+\b|[0-9]+|…")]
    private static partial Regex Placeholder();

    // Up to what differs.
    [GeneratedRegex("""\bfail \S+ "\$name" ["'](?<text>[^"'$:]{4,}[^"'$: 0-9])""")]
    private static partial Regex Reason();
}
