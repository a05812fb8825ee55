using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>-operand</c></summary>
internal sealed class NegateExpression(SourceSpan span, Expression operand) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context) => operand.Evaluate(context) switch
    {
        int number and not int.MinValue => (object)-number,
        long number and not long.MinValue => -number,
        double number => -number,
        var other => throw new ScriptRuntimeException(Span, $"`-` before {ValueText.Kind(other)} is not supported"),
    };
}
