using System.Runtime.CompilerServices;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>
/// Counts what a hostile template could do without end, against the limits of its context. Scriban cuts text at the
/// limit; here it is an error. As in Scriban, the text is counted as long as the context lives.
/// </summary>
internal sealed class Limits(TemplateContext context)
{
    private int loopSteps;
    private int callDepth;
    private long outputLength;

    /// <summary>Counts a round of a loop.</summary>
    public void StepLoop(SourceSpan span)
    {
        loopSteps++;
        if (context.LoopLimit != 0 && loopSteps > context.LoopLimit)
        {
            throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{context.LoopLimit}` for loop statement.");
        }
    }

    /// <summary>Counts anew, once no loop is left.</summary>
    public void ResetLoops() => loopSteps = 0;

    /// <summary>Counts a call that begins.</summary>
    public void EnterCall(SourceSpan span)
    {
        callDepth++;
        if ((context.RecursiveLimit != 0 && callDepth > context.RecursiveLimit) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptRuntimeException(span, $"Exceeding number of recursive depth limit `{context.RecursiveLimit}`");
        }
    }

    /// <summary>Counts a call that ends.</summary>
    public void LeaveCall() => callDepth--;

    /// <summary>Counts text that is written, in UTF-16 code units.</summary>
    public void CountOutput(SourceSpan span, int length)
    {
        outputLength += length;
        if (context.LimitToString != 0 && outputLength > context.LimitToString)
        {
            throw TooLong(span);
        }
    }

    /// <summary>A text, if it is not too long.</summary>
    public string Check(SourceSpan span, string text) =>
        context.LimitToString != 0 && text.Length >= context.LimitToString ? throw TooLong(span) : text;

    private ScriptRuntimeException TooLong(SourceSpan span) => new(span, $"Exceeding the limit of `{context.LimitToString}` characters of text.");
}
