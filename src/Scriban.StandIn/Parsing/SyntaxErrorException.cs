namespace Scriban.Parsing;

/// <summary>The text is not a template, or uses what the stand-in does not support.</summary>
internal sealed class SyntaxErrorException(SourceSpan span, string message) : Exception(message)
{
    /// <summary>The place of the error.</summary>
    public SourceSpan Span { get; } = span;
}
