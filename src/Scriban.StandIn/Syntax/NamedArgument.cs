using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An argument that is passed by its name, <c>name: value</c>.</summary>
/// <param name="Span">Where its name stands.</param>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
internal sealed record NamedArgument(SourceSpan Span, string Name, Expression Value);
