namespace Scriban.Syntax;

/// <summary>Statements, one after the other.</summary>
internal sealed class Block(IReadOnlyList<Statement> statements) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context)
    {
        foreach (var statement in statements)
        {
            var flow = statement.Execute(context);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}
