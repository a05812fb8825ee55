using Mosaic.Fleet.Installer.Diagnostics;
using YamlDotNet.Core;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Turns what the YAML parser says into a place and words that help.</summary>
internal static class SyntaxError
{
    private const string Context = "While ";

    // A part of the parser's message -> what to do.
    private static readonly (string Part, string Hint)[] s_hints =
    [
        ("found invalid mapping", "quote a text that contains `: `, and align keys of one mapping"),
        ("cannot start any token", "quote a text that begins with `@`, `%` or a backtick"),
        ("did not find expected key", "keys of one mapping begin in the same column"),
        ("did not find expected '-'", "items of one list begin in the same column, each with `- `"),
        ("unknown escape character", "in double quotes `\\` begins an escape: write `\\\\`, or use single quotes"),
        ("end of stream", "a quote, bracket or brace is not closed"),
        ("wrong indentation", "a quote is not closed, or the text goes on in the first column"),
        ("did not find expected ',' or", "a bracket or brace is not closed, or a comma is missing"),
        ("could not find expected ':'", "a key is followed by `: `"),
        ("<document start>", "write `key: value`; a space follows the colon"),
    ];

    /// <summary>The diagnostic of a parser's exception.</summary>
    /// <param name="source">The text.</param>
    /// <param name="exception">What the parser threw.</param>
    public static Diagnostic Explain(SourceText source, YamlException exception)
    {
        var isAboutTab = exception.Message.Contains("tab", StringComparison.Ordinal);
        if (TabInIndentation(source, exception.Start.Index, isAboutTab) is { } tab)
        {
            return YamlDiagnostics.Invalid(tab, "a tab stands in the indentation", "indent with spaces");
        }

        var span = source.Span(exception.Start.Index, exception.End.Index - exception.Start.Index);
        var problem = Problem(exception.Message);
        return YamlDiagnostics.Invalid(span, problem, s_hints.FirstOrDefault(hint => problem.Contains(hint.Part, StringComparison.Ordinal)).Hint);
    }

    /// <summary>The diagnostic of a bracket or brace that is never closed.</summary>
    /// <param name="source">The text.</param>
    /// <param name="opening">Where the innermost collection begins; null when none is open.</param>
    /// <param name="index">Where the parser stood.</param>
    public static Diagnostic Unclosed(SourceText source, SourceSpan? opening, long index) => YamlDiagnostics.Invalid(
        opening ?? source.Span(index, 1), "this is not closed, or a comma is missing in it", "add the bracket, brace or comma");

    // `While scanning a quoted scalar, found unknown escape character.` says too much and too little.
    private static string Problem(string message)
    {
        var comma = message.StartsWith(Context, StringComparison.Ordinal) ? message.IndexOf(", ", StringComparison.Ordinal) : -1;
        var problem = comma < 0 ? message : message[(comma + 2)..];
        return (char.ToLowerInvariant(problem[0]) + problem[1..]).TrimEnd('.');
    }

    // The parser's place for a tab is the beginning of what surrounds it, and it calls some tabs a missing key.
    private static SourceSpan? TabInIndentation(SourceText source, long from, bool searchesBeyondLine)
    {
        var (line, _) = source.LineBounds((int)Math.Clamp(from, 0, source.Text.Length));
        while (line < source.Text.Length)
        {
            var indentation = source.Text.AsSpan(line);
            var end = indentation.IndexOfAnyExcept(' ');
            if (end >= 0 && indentation[end] == '\t')
            {
                return source.Span(line + end, 1);
            }

            var next = indentation.IndexOf('\n');
            line = next < 0 || !searchesBeyondLine ? source.Text.Length : line + next + 1;
        }

        return null;
    }
}
