using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>
/// <c>left &lt; right</c> and the like: texts by their UTF-16 code units where one side is a string, else numbers; false
/// where one is null.
/// </summary>
internal sealed class OrderExpression(SourceSpan span, Expression left, Expression right, TokenKind operation) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var first = left.Evaluate(context);
        var second = right.Evaluate(context);
        var areTexts = first is string || second is string;
        if (first is null || second is null)
        {
            return areTexts ? throw NotSupported(first, second) : false;
        }

        var order = areTexts
            ? Compare(context, ValueText.Of(left.Span, first), ValueText.Of(right.Span, second))
            : Number.Compare(first, second) ?? throw NotSupported(first, second);
        return operation switch
        {
            TokenKind.Less => order < 0,
            TokenKind.LessOrEqual => order <= 0,
            TokenKind.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private int Compare(TemplateContext context, string? first, string? second)
    {
        context.Limits.CountWork(Span, first?.Length ?? 0);
        return string.CompareOrdinal(first, second);
    }

    private ScriptRuntimeException NotSupported(object? first, object? second) =>
        new(Span, $"comparing {ValueText.Kind(first)} with {ValueText.Kind(second)} is not supported");
}
