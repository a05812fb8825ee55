using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>left &amp;&amp; right</c> and <c>left || right</c>: true or false; the right side is only evaluated where it counts.</summary>
internal sealed class LogicalExpression(SourceSpan span, Expression left, Expression right, bool isAnd) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) =>
        Truth.Of(left.Evaluate(context)) == isAnd ? Truth.Of(right.Evaluate(context)) : !isAnd;
}
