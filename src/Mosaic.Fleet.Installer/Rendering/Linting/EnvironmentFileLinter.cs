using System.Text.Unicode;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering.Encoding;

namespace Mosaic.Fleet.Installer.Rendering.Linting;

/// <summary>
/// Reads <c>.env</c> files in the one form that <see cref="EnvironmentFileEncoder"/> writes: comments, and lines of
/// <c>KEY="value"</c> with a backslash before <c>\</c>, <c>"</c>, <c>$</c> and backtick only. bash would take more, and run what
/// stands between backticks.
/// </summary>
internal static class EnvironmentFileLinter
{
    /// <summary>The first thing that is not of this form; null when there is none.</summary>
    /// <param name="source">The file, its invalid bytes replaced.</param>
    /// <param name="content">The file.</param>
    public static LintFault? FindFault(SourceText source, ReadOnlySpan<byte> content)
    {
        if (!Utf8.IsValid(content))
        {
            return new LintFault(source.Span(source.Text.IndexOf('\uFFFD', StringComparison.Ordinal), 1), "the text is not valid UTF-8");
        }

        try
        {
            EncodableText.Require(source.Text);
        }
        catch (UnencodableTextException exception)
        {
            return new LintFault(source.Span(0, 1), exception.Message);
        }

        for (var position = 0; position < source.Text.Length; position++)
        {
            if (source.Text[position] == '#')
            {
                position = EndOfLine(source.Text, position);
            }
            else if (source.Text[position] != '\n' && FindFault(source, ref position) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    // Moves the position to the line break behind the assignment.
    private static LintFault? FindFault(SourceText source, ref int position)
    {
        var text = source.Text;
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_'))
        {
            position++;
        }

        if (position == start || char.IsAsciiDigit(text[start]) || position == text.Length || text[position] != '=')
        {
            return new LintFault(source.Span(start, 1), "the line is neither a comment nor KEY=\"value\"");
        }

        var key = QuotedText.Of(text[start..position]);
        var opening = ++position;
        if (opening == text.Length || text[opening] != '"')
        {
            return new LintFault(source.Span(opening, 1), $"the value of {key} does not begin with a double quote");
        }

        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            if (text[position] is '$' or '`')
            {
                return new LintFault(source.Span(position, 1), $"a {text[position]} in the value of {key} has no backslash before it");
            }

            if (text[position] == '\\' && (++position == text.Length || text[position] is not ('\\' or '"' or '$' or '`')))
            {
                return new LintFault(source.Span(position - 1, 1), $"a backslash in the value of {key} stands before none of \\ \" $ `");
            }
        }

        return position == text.Length ? new LintFault(source.Span(opening, 1), $"the double quote before the value of {key} is never closed")
            : ++position < text.Length && text[position] != '\n' ? new LintFault(source.Span(position, 1), $"something stands behind the closing quote of {key}")
            : null;
    }

    private static int EndOfLine(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
}
