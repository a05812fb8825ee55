using Scriban.Parsing;
using Scriban.Runtime.Functions;

namespace Scriban.Syntax;

/// <summary>A variable.</summary>
internal sealed class VariableExpression(SourceSpan span, string name) : PathExpression(span)
{
    /// <inheritdoc/>
    public override object? Resolve(TemplateContext context) => context.Variables.TryGet(name, out var value)
        ? value
        : Undefined(context);

    private object? Undefined(TemplateContext context)
    {
        if (Builtins.IsUnsupported(name))
        {
            throw new ScriptRuntimeException(Span, $"`{name}` is not supported");
        }

        return context.StrictVariables
            ? throw new ScriptRuntimeException(Span, $"The variable or function `{name}` was not found")
            : null;
    }
}
