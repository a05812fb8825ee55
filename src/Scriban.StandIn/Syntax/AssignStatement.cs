using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary><c>name = value</c></summary>
internal sealed class AssignStatement(SourceSpan span, string name, Expression value) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context)
    {
        context.Variables.Set(span, name, value.Evaluate(context));
        return Flow.Next;
    }
}
