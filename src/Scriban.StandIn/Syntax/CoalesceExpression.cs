using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary><c>left ?? right</c>: the left side unless it is null. Both sides are evaluated, whatever the left one is.</summary>
internal sealed class CoalesceExpression(SourceSpan span, Expression left, Expression right) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var value = left.Evaluate(context);
        var otherwise = right.Evaluate(context);
        return value ?? otherwise;
    }
}
