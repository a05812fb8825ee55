namespace Scriban.Syntax;

/// <summary><c>break</c> and <c>continue</c></summary>
internal sealed class LoopExitStatement(Flow flow) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context) => flow;
}
