using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Text outside code.</summary>
internal sealed class TextStatement(SourceSpan span, string text) : Statement
{
    /// <inheritdoc/>
    public override Flow Execute(TemplateContext context)
    {
        context.Output.Write(span, text);
        return Flow.Next;
    }
}
