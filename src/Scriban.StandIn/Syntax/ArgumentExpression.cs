using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>An argument of an include: <c>$1</c>, where <c>$0</c> is the name of the include, or <c>$.name</c>.</summary>
internal sealed class ArgumentExpression(SourceSpan span, int position, string? name) : PathExpression(span)
{
    /// <inheritdoc/>
    public override object? Resolve(TemplateContext context)
    {
        var arguments = context.IncludeArguments
            ?? throw new ScriptRuntimeException(Span, "`$` outside of an include is not supported");
        if (name is null)
        {
            return position < arguments.Values.Count || context.EnableRelaxedIndexerAccess
                ? arguments.Values.ElementAtOrDefault(position)
                : throw new ScriptRuntimeException(Span, $"The include was called without an argument `${position}`");
        }

        return arguments.TryGetNamed(name, out var value) || context.EnableRelaxedMemberAccess
            ? value
            : throw new ScriptRuntimeException(Span, $"The include was called without an argument `{name}`");
    }
}
