using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>left == right</c> and <c>left != right</c>: texts where one side is a string, else numbers or booleans; null equals null only.</summary>
internal sealed class EqualityExpression(SourceSpan span, Expression left, Expression right, bool isNegated) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => AreEqual(context, left.Evaluate(context), right.Evaluate(context)) != isNegated;

    private bool AreEqual(TemplateContext context, object? first, object? second) => (first, second) switch
    {
        (string, _) or (_, string) => AreSame(context, ValueText.Of(left.Span, first), ValueText.Of(right.Span, second)),
        (null, _) or (_, null) => first is null && second is null,
        (bool one, bool other) => one == other,
        _ => Number.Compare(first, second) is { } order
            ? order == 0
            : throw new ScriptRuntimeException(Span, $"comparing {ValueText.Kind(first)} with {ValueText.Kind(second)} is not supported"),
    };

    private bool AreSame(TemplateContext context, string? first, string? second)
    {
        context.Limits.CountWork(Span, first?.Length ?? 0);
        return first == second;
    }
}
