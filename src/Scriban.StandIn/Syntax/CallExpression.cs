using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A call with arguments, <c>function a b name: c</c>, or by a pipe, <c>a | function b</c>.</summary>
internal sealed class CallExpression(
    SourceSpan span,
    PathExpression target,
    IReadOnlyList<Expression> arguments,
    IReadOnlyList<NamedArgument> named) : Expression(span)
{
    /// <summary>The same call with a value from a pipe as its first argument.</summary>
    public CallExpression WithPiped(SourceSpan wider, Expression piped) => new(wider, target, [piped, .. arguments], named);

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var function = target.Resolve(context) switch
        {
            IScriptFunction found => found,
            null => throw new ScriptRuntimeException(target.Span, "The function was not found"),
            var other => throw new ScriptRuntimeException(target.Span, $"{ValueText.Kind(other)} cannot be called"),
        };
        var values = new CallArgument[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = new CallArgument(arguments[index].Span, arguments[index].Evaluate(context));
        }

        var namedValues = new KeyValuePair<string, object?>[named.Count];
        for (var index = 0; index < namedValues.Length; index++)
        {
            namedValues[index] = new(named[index].Name, named[index].Value.Evaluate(context));
        }

        return new CallArguments(context, Span, values, namedValues).Call(function);
    }
}
