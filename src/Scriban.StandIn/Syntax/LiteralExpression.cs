using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A value that stands in the template.</summary>
internal sealed class LiteralExpression(SourceSpan span, object? value) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => value;
}
