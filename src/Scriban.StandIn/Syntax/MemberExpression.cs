using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Functions;

namespace Scriban.Syntax;

/// <summary>A member of an object, <c>target.name</c>, or <c>target?.name</c>, which is null when the target is.</summary>
internal sealed class MemberExpression(SourceSpan span, Expression target, SourceSpan nameSpan, string name, bool isOptional) : PathExpression(span)
{
    // What follows ?. directly is optional as well: in a?.b.c, c is.
    private readonly bool _isOptional = isOptional || target is MemberExpression { _isOptional: true };

    /// <inheritdoc/>
    public override object? Resolve(TemplateContext context)
    {
        object? value = null;
        var isFound = target.Evaluate(context) switch
        {
            null => _isOptional ? true : throw new ScriptRuntimeException(nameSpan, $"Cannot get the member `{name}` of null"),
            ScriptObject members => members.TryGetValue(name, out value) || RefuseBuiltin(members),
            ScriptArray list => TryGetSize(list.Count, out value),
            string text => TryGetSize(text.Length, out value),
            bool or int or long or double => false,
            var other => throw new ScriptRuntimeException(nameSpan, $"a member of {ValueText.Kind(other)} is not supported"),
        };
        return isFound || context.EnableRelaxedMemberAccess
            ? value
            : throw new ScriptRuntimeException(nameSpan, $"Cannot get member with name `{name}`");
    }

    private bool TryGetSize(int size, out object? value)
    {
        value = name == "size" ? size : null;
        return value is not null;
    }

    private bool RefuseBuiltin(ScriptObject members) => Builtins.Contains(members)
        ? throw new ScriptRuntimeException(nameSpan, $"the function `{name}` is not supported")
        : false;
}
