using System.Text;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Diagnostics as text for people and for editors that jump to <c>file:line:column</c>.</summary>
internal static class DiagnosticFormatter
{
    /// <summary>The text of one diagnostic: the message, the source line with a caret, the hint. Ends with a line break.</summary>
    /// <param name="diagnostic">What to say.</param>
    public static string Format(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        if (diagnostic.Location is not null)
        {
            text.Append(diagnostic.Location).Append(": ");
        }

        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        text.Append(severity).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message).Append('\n');
        if (diagnostic is { Location: { } location, Excerpt: { } excerpt })
        {
            AppendExcerpt(text, location.Line, excerpt);
        }

        if (diagnostic.Hint is not null)
        {
            text.Append("  hint: ").Append(diagnostic.Hint).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendExcerpt(StringBuilder text, int line, SourceExcerpt excerpt)
    {
        var number = $"{line,4}";
        text.Append(number).Append(" | ").Append(excerpt.Text).Append('\n');
        text.Append(' ', number.Length).Append(" | ").Append(' ', excerpt.CaretStart).Append('^', excerpt.CaretLength).Append('\n');
    }
}
