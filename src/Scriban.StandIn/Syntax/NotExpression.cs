using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>!operand</c></summary>
internal sealed class NotExpression(SourceSpan span, Expression operand) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => !Truth.Of(operand.Evaluate(context));
}
