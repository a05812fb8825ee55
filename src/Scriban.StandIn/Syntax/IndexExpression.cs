using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An item of a list by its place, where -1 is the last, or a member of an object by its name: <c>target[index]</c>.</summary>
internal sealed class IndexExpression(SourceSpan span, Expression target, Expression index) : PathExpression(span)
{
    /// <inheritdoc/>
    public override object? Resolve(TemplateContext context)
    {
        var container = target.Evaluate(context) ?? throw new ScriptRuntimeException(target.Span, "Cannot access the index of null");
        return (container, index.Evaluate(context)) switch
        {
            (_, null) => throw new ScriptRuntimeException(index.Span, "The index is null"),
            (ScriptArray list, int place) => Item(context, list, place < 0 ? list.Count + place : place),
            (ScriptObject members, string name) => Member(context, members, name),
            var (other, key) => throw new ScriptRuntimeException(
                index.Span, $"{ValueText.Kind(key)} as the index of {ValueText.Kind(other)} is not supported"),
        };
    }

    private object? Item(TemplateContext context, ScriptArray list, int place)
    {
        if (place >= 0 && place < list.Count)
        {
            return list[place];
        }

        return context.EnableRelaxedIndexerAccess
            ? null
            : throw new ScriptRuntimeException(index.Span, $"The index {place} is out of bounds of a list of {list.Count}");
    }

    private object? Member(TemplateContext context, ScriptObject members, string name) =>
        members.TryGetValue(name, out var value) || context.EnableRelaxedMemberAccess
            ? value
            : throw new ScriptRuntimeException(index.Span, $"Cannot get member with name `{name}`");
}
