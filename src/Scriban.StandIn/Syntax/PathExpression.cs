using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A way to a value by names and indexes. A function at its end is called without arguments.</summary>
internal abstract class PathExpression(SourceSpan span) : Expression(span)
{
    /// <summary>What stands at the end of the way, which may be a function.</summary>
    public abstract object? Resolve(TemplateContext context);

    /// <inheritdoc/>
    public sealed override object? Evaluate(TemplateContext context) => Resolve(context) is var value && value is IScriptFunction function
        ? new CallArguments(context, Span, [], []).Call(function)
        : value;
}
