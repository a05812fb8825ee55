using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>capture name … end</c>: what the body writes becomes the value of a variable.</summary>
internal sealed class CaptureStatement(SourceSpan span, string name, Block body) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context)
    {
        var flow = Flow.Next;
        var text = context.Output.Collect(() => flow = body.Execute(context));
        context.Variables.Set(span, name, new CapturedText(context.Limits.Check(span, text)));
        return flow;
    }
}
