using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>What a loop says of itself, such as <c>for.index</c>.</summary>
internal sealed class LoopStateExpression(SourceSpan span, string member) : Expression(span)
{
    /// <summary>Whether a loop says something under this name.</summary>
    public static bool IsMember(string member) =>
        member is "index" or "rindex" or "first" or "last" or "even" or "odd" or "changed" or "length";

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        var loop = context.Variables.CurrentLoop ?? throw new ScriptRuntimeException(Span, $"`for.{member}` outside of a loop");
        return member switch
        {
            "index" => loop.Index,
            "rindex" => loop.Length - loop.Index - 1,
            "first" => loop.Index == 0,
            "last" => loop.Index == loop.Length - 1,
            "even" => loop.Index % 2 == 0,
            "odd" => loop.Index % 2 == 1,
            "changed" => loop.IsChanged,
            _ => loop.Length,
        };
    }
}
