using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>An argument of a call.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">Its value.</param>
internal sealed record CallArgument(SourceSpan Span, object? Value);
