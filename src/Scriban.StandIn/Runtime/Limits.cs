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
    // Scriban knows no such limit: two includes of itself in a template are enough to keep it busy for ever.
    private const int MaximumIncludes = 100_000;

    private int loopSteps;
    private int includes;
    private int callDepth;
    private long outputLength;

    /// <summary>Counts a round of a loop.</summary>
    public void StepLoop(SourceSpan span)
    {
        loopSteps++;
        CheckRounds(span, loopSteps);
    }

    /// <summary>Makes sure that a function does not go through more items than a loop could.</summary>
    public void CheckRounds(SourceSpan span, int rounds)
    {
        if (context.LoopLimit != 0 && rounds > context.LoopLimit)
        {
            throw new ScriptRuntimeException(span, $"Exceeding number of iteration limit `{context.LoopLimit}`");
        }
    }

    /// <summary>Counts an include.</summary>
    public void CountInclude(SourceSpan span)
    {
        if (++includes > MaximumIncludes)
        {
            throw new ScriptRuntimeException(span, $"Exceeding the limit of `{MaximumIncludes}` includes");
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
    public string Check(SourceSpan span, string text)
    {
        CheckLength(span, text.Length);
        return text;
    }

    /// <summary>Makes sure that a text of a length, in UTF-16 code units, is not too long.</summary>
    public void CheckLength(SourceSpan span, long length)
    {
        if (context.LimitToString != 0 && length >= context.LimitToString)
        {
            throw TooLong(span);
        }
    }

    private ScriptRuntimeException TooLong(SourceSpan span) => new(span, $"Exceeding the limit of `{context.LimitToString}` characters of text.");
}
