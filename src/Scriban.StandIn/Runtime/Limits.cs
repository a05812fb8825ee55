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

    // Nor this one: texts and lists that are made and gone through within a few loops. In UTF-16 code units.
    private const long MaximumWork = 32 * 1024 * 1024;
    private const int WorkOfAnItem = 8;
    private const int WorkOfACall = 64;
    private const int CodeOfAUnit = 4;

    private int _loopSteps;
    private int _includes;
    private int _callDepth;
    private long _outputLength;
    private long _work;

    /// <summary>Counts a round of a loop.</summary>
    /// <param name="span">The loop.</param>
    /// <param name="codeLength">The length of its text in UTF-16 code units: what a round may do.</param>
    public void StepLoop(SourceSpan span, int codeLength)
    {
        _loopSteps++;
        CheckRounds(span, _loopSteps);
        CountWork(span, codeLength / CodeOfAUnit);
    }

    /// <summary>Counts items that are put into a list or gone through, and the texts among them.</summary>
    public void CountItems(SourceSpan span, IReadOnlyCollection<object?> items)
    {
        CountWork(span, (long)items.Count * WorkOfAnItem);
        foreach (var item in items)
        {
            CountWork(span, (item as string)?.Length ?? 0);
        }
    }

    /// <summary>Counts text that is gone through, in UTF-16 code units.</summary>
    public void CountWork(SourceSpan span, long units)
    {
        _work += units;
        if (_work > MaximumWork)
        {
            throw new ScriptRuntimeException(span, "Exceeding the limit of work: too many and too long texts and lists");
        }
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
    /// <param name="span">The call.</param>
    /// <param name="codeLength">The length of the included template in UTF-16 code units.</param>
    public void CountInclude(SourceSpan span, int codeLength)
    {
        CountWork(span, codeLength / CodeOfAUnit);
        if (++_includes > MaximumIncludes)
        {
            throw new ScriptRuntimeException(span, $"Exceeding the limit of `{MaximumIncludes}` includes");
        }
    }

    /// <summary>Counts anew, once no loop is left.</summary>
    public void ResetLoops() => _loopSteps = 0;

    /// <summary>Counts a call that begins.</summary>
    public void EnterCall(SourceSpan span)
    {
        CountWork(span, WorkOfACall);
        _callDepth++;
        if ((context.RecursiveLimit != 0 && _callDepth > context.RecursiveLimit) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptRuntimeException(span, $"Exceeding number of recursive depth limit `{context.RecursiveLimit}`");
        }
    }

    /// <summary>Counts a call that ends.</summary>
    public void LeaveCall() => _callDepth--;

    /// <summary>Counts text that is written, in UTF-16 code units.</summary>
    public void CountOutput(SourceSpan span, int length)
    {
        _outputLength += length;
        if (context.LimitToString != 0 && _outputLength > context.LimitToString)
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
        CountWork(span, length);
        if (context.LimitToString != 0 && length >= context.LimitToString)
        {
            throw TooLong(span);
        }
    }

    private ScriptRuntimeException TooLong(SourceSpan span) => new(span, $"Exceeding the limit of `{context.LimitToString}` characters of text.");
}
