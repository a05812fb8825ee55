using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>for name in list … end</c>; null is an empty list.</summary>
internal sealed class ForStatement(SourceSpan span, int codeLength, string variable, Expression list, Block body) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context)
    {
        var items = list.Evaluate(context) switch
        {
            null => [],
            IReadOnlyList<object?> found => found,
            var other => throw new ScriptRuntimeException(list.Span, $"a loop through {ValueText.Kind(other)} is not supported"),
        };
        var loop = context.Variables.EnterLoop(variable, items);
        try
        {
            while (loop.MoveNext())
            {
                context.Limits.StepLoop(span, codeLength);
                if (body.Execute(context) == Flow.Break)
                {
                    break;
                }
            }
        }
        finally
        {
            if (context.Variables.LeaveLoop())
            {
                context.Limits.ResetLoops();
            }
        }

        return Flow.Next;
    }
}
