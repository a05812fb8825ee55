using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering.Linting;

/// <summary>Finds scripts that bash, or the kernel on its behalf, could not read.</summary>
internal static partial class ScriptLinter
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The first thing that is wrong with a script; null when there is none, or the file is no script for bash.</summary>
    /// <param name="source">The text of the file, its invalid bytes replaced.</param>
    /// <param name="artifact">The file.</param>
    /// <param name="readByBash">What bash says against a script; null when it reads it.</param>
    public static LintFault? FindFault(SourceText source, Artifact artifact, Func<ReadOnlyMemory<byte>, string?> readByBash)
    {
        var firstLine = source.Text.AsSpan(0, source.Text.AsSpan().IndexOf('\n') is >= 0 and var end ? end : source.Text.Length);

        // Behind a script there may stand an archive; only bash itself knows where it stops to read.
        if (!IsForBash(firstLine.TrimStart(ByteOrderMark), artifact.Path.Name) || source.Text.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return firstLine is [ByteOrderMark, ..]
                ? new LintFault(source.Span(0, 1), "a byte order mark stands before the #!, so that the kernel takes it for no script")
            : firstLine is ['#', '!', .., '\r']
                ? new LintFault(source.Span(0, firstLine.Length), "the first line ends in CR LF, so that the kernel looks for a program whose name ends in CR")
            : readByBash(artifact.Content) is { } said ? WhatBashSaid(source, said)
            : null;
    }

    // Without a #! the kernel leaves it to the caller's shell.
    private static bool IsForBash(ReadOnlySpan<char> firstLine, string name) =>
        firstLine is ['#', '!', ..]
            ? Interpreter().IsMatch(firstLine)
            : name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".bash", StringComparison.Ordinal);

    // "bash: line 3: syntax error near unexpected token `fi'"; a second line repeats the text of that line.
    private static LintFault WhatBashSaid(SourceText source, string said)
    {
        var match = Complaint().Match(said);
        var start = match.Success ? StartOfLine(source.Text, int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture)) : 0;
        var (_, end) = source.LineBounds(start);
        return new LintFault(source.Span(start, end - start), match.Success ? match.Groups["message"].Value : said.Trim());
    }

    // The end of the text may be said to be a line of its own.
    private static int StartOfLine(string text, int number)
    {
        var start = 0;
        for (; number > 1 && text.IndexOf('\n', start) is >= 0 and var end && end + 1 < text.Length; number--)
        {
            start = end + 1;
        }

        return start;
    }

    [GeneratedRegex(@"^#!\s*(\S*/env\s+(-\S+\s+)*)?(\S*/)?(bash|sh|dash)(\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interpreter();

    [GeneratedRegex(@"line (?<line>\d{1,9}): (?<message>.*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Complaint();
}
