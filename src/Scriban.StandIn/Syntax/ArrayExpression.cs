using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>[a, b]</c></summary>
internal sealed class ArrayExpression(SourceSpan span, IReadOnlyList<Expression> items) : Expression(span)
{
    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var array = new ScriptArray();
        foreach (var item in items)
        {
            array.Add(item.Evaluate(context));
        }

        context.Limits.CountItems(Span, array);
        return array;
    }
}
