using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary><c>( expression )</c></summary>
internal sealed class ParenthesizedExpression(SourceSpan span, Expression inner) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => inner.Evaluate(context);
}
