using System.Text;
using static Mosaic.Fleet.Installer.Diagnostics.TerminalColour;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Diagnostics as text for people and for editors that jump to <c>file:line:column</c>.</summary>
internal static class DiagnosticFormatter
{
    /// <summary>The text of one diagnostic: the message, the source line with a caret, the hint. Ends with a line break.</summary>
    /// <param name="diagnostic">What to say.</param>
    public static string Format(Diagnostic diagnostic) => Format(diagnostic, colour: false);

    /// <summary>The same, in the colours of a terminal if it is to show some.</summary>
    /// <param name="diagnostic">What to say.</param>
    /// <param name="colour">Whether it is coloured.</param>
    public static string Format(Diagnostic diagnostic, bool colour)
    {
        var text = new StringBuilder();
        if (diagnostic.Location is not null)
        {
            text.Append(diagnostic.Location).Append(": ");
        }

        var isError = diagnostic.Severity == Severity.Error;
        var tint = isError ? Red : Yellow;
        text.Append(Paint($"{(isError ? "error" : "warning")} {diagnostic.Code}", tint, colour)).Append(": ").Append(diagnostic.Message).Append('\n');
        if (diagnostic is { Location: { } location, Excerpt: { } excerpt })
        {
            AppendExcerpt(text, location.Line, excerpt, colour ? tint : string.Empty);
        }

        if (diagnostic.Hint is not null)
        {
            text.Append("  hint: ").Append(diagnostic.Hint).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendExcerpt(StringBuilder text, int line, SourceExcerpt excerpt, string tint)
    {
        var number = $"{line,4}";
        text.Append(number).Append(" | ").Append(excerpt.Text).Append('\n');
        text.Append(' ', number.Length).Append(" | ").Append(' ', excerpt.CaretStart).Append(Paint(new string('^', excerpt.CaretLength), tint, tint.Length > 0)).Append('\n');
    }
}
