using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An expression whose value is written; null writes nothing.</summary>
internal sealed class ExpressionStatement(Expression expression) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context)
    {
        var text = ValueText.Of(expression.Span, expression.Evaluate(context));
        if (text is not null)
        {
            context.Output.Write(expression.Span, context.Limits.Check(expression.Span, text));
        }

        return Flow.Next;
    }
}
