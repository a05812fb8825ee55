using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>left + right</c>: the sum of numbers, or texts one after the other where one side is a string.</summary>
internal sealed class AddExpression(SourceSpan span, Expression left, Expression right) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var first = left.Evaluate(context);
        var second = right.Evaluate(context);
        if (first is string || second is string)
        {
            return context.Limits.Check(Span, ValueText.Of(left.Span, first) + ValueText.Of(right.Span, second));
        }

        return (first, second) switch
        {
            (null, _) or (_, null) => null,
            (double or int or long, double or int or long) when first is double || second is double => Number.ToDouble(first) + Number.ToDouble(second),
            (int or long, int or long) => Number.TryAdd(first, second, out var sum)
                ? sum
                : throw new ScriptRuntimeException(Span, "a sum that needs more than 64 bits is not supported"),
            _ => throw new ScriptRuntimeException(Span, $"`+` between {ValueText.Kind(first)} and {ValueText.Kind(second)} is not supported"),
        };
    }
}
