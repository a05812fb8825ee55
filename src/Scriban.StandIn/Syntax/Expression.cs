using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A part of a template that has a value.</summary>
internal abstract class Expression(SourceSpan span)
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Its value: null, a bool, int, long, double, string, object, array, or captured text.</summary>
    /// <exception cref="ScriptRuntimeException">It has none.</exception>
    public abstract object? Evaluate(TemplateContext context);
}
