namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>One thing to say about a roster, profile or template: plain data, complete in itself.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Code">The stable code, one of <see cref="DiagnosticCode"/>.</param>
/// <param name="Location">Where the offending token begins; null when it concerns the whole file.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Hint">What to do next; null when the message says it.</param>
/// <param name="Excerpt">The source line that the location is in; null when there is nothing to show.</param>
internal sealed record Diagnostic(
    Severity Severity,
    string Code,
    SourceLocation? Location,
    string Message,
    string? Hint = null,
    SourceExcerpt? Excerpt = null)
{
    /// <summary>An error about a piece of a text.</summary>
    /// <param name="code">One of <see cref="DiagnosticCode"/>.</param>
    /// <param name="span">The offending token.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    /// <param name="hint">What to do next; null when the message says it.</param>
    public static Diagnostic Error(string code, SourceSpan span, string message, string? hint = null) =>
        new(Severity.Error, code, span.Location, message, hint, SourceExcerpt.Of(span));

    /// <summary>A warning about a piece of a text.</summary>
    /// <param name="code">One of <see cref="DiagnosticCode"/>.</param>
    /// <param name="span">The suspicious token.</param>
    /// <param name="message">What is suspicious, without a full stop.</param>
    /// <param name="hint">What to do next; null when the message says it.</param>
    public static Diagnostic Warning(string code, SourceSpan span, string message, string? hint = null) =>
        new(Severity.Warning, code, span.Location, message, hint, SourceExcerpt.Of(span));
}
