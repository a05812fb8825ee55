using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>if condition … else … end</c></summary>
internal sealed class IfStatement(Expression condition, Block then, Block? otherwise) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context) => Truth.Of(condition.Evaluate(context))
        ? then.Execute(context)
        : otherwise?.Execute(context) ?? Flow.Next;
}
