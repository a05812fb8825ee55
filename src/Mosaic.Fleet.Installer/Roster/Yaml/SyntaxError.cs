using Mosaic.Fleet.Installer.Diagnostics;
using YamlDotNet.Core;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Turns what the YAML parser says into a place and words that help.</summary>
internal static class SyntaxError
{
    private const string Context = "While ";

    // A part of the parser's message -> what it means, and what to do.
    private static readonly (string Part, string Problem, string Hint)[] Known =
    [
        ("found invalid mapping", "a `:` stands where no key can be",
            "quote a text that contains `: `, begin the keys of one mapping in the same column, and put a space after each key's colon"),
        ("cannot start any token", "no value can begin with this character",
            "quote a text that begins with `@`, `%` or a backtick"),
        ("did not find expected key", "a key was expected here",
            "begin the keys of one mapping in the same column"),
        ("did not find expected '-'", "an item of the list was expected here",
            "begin the items of one list in the same column, each with `- `"),
        ("unknown escape character", "this escape is not known",
            "in double quotes `\\` begins an escape: write `\\\\`, or use single quotes"),
        ("unexpected end of stream", "the file ends before this quote is closed", "close the quote"),
        ("wrong indentation", "this text goes on in the first column", "close the quote, or indent the text"),
        ("did not find expected ',' or", "a comma or the closing bracket was expected here",
            "close the bracket or brace, or put a comma between its items"),
        ("disallowed: []{}", "an alias or anchor needs a name", "quote a text that begins with `*` or `&`"),
        ("<document start>", "a key was expected here", "write `KEY: VALUE`, with a space after the colon"),
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
        var (_, problem, hint) = Known.FirstOrDefault(known => exception.Message.Contains(known.Part, StringComparison.Ordinal));
        return YamlDiagnostics.Invalid(span, problem ?? InOurWords(exception.Message), hint);
    }

    /// <summary>The diagnostic of a bracket or brace that is never closed.</summary>
    /// <param name="source">The text.</param>
    /// <param name="opening">Where the innermost collection begins; null when none is open.</param>
    /// <param name="index">Where the parser stood.</param>
    public static Diagnostic Unclosed(SourceText source, SourceSpan? opening, long index) => YamlDiagnostics.Invalid(
        opening ?? source.Span(index, 1), "this is not closed, or a comma is missing in it",
        "close the bracket or brace, or put a comma between its items");

    // `While scanning a quoted scalar, found unknown escape character.` says too much and too little.
    private static string InOurWords(string message)
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
