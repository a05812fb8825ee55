namespace Scriban.Parsing;

/// <summary>A message of the parser about a place in a template.</summary>
public sealed class LogMessage(ParserMessageType type, SourceSpan span, string message)
{
    /// <summary>How grave it is.</summary>
    public ParserMessageType Type { get; } = type;

    /// <summary>The place that it is about.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What is wrong there.</summary>
    public string Message { get; } = message;

    /// <summary>The message after its place, such as <c>page.sbn(2,7) : error : ...</c>.</summary>
    public override string ToString() => $"{Span.ToStringSimple()} : {Type.ToString().ToLowerInvariant()} : {Message}";
}
