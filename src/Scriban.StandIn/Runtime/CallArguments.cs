using System.Reflection;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A call and its arguments, as the functions ask for them.</summary>
internal sealed class CallArguments(
    TemplateContext context,
    SourceSpan span,
    IReadOnlyList<CallArgument> values,
    IReadOnlyList<KeyValuePair<string, object?>> named)
{
    /// <summary>The context of the call.</summary>
    public TemplateContext Context { get; } = context;

    /// <summary>Where the call stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>How many arguments there are without a name.</summary>
    public int Count => values.Count;

    /// <summary>The arguments by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Named { get; } = named;

    /// <summary>The values of the arguments without a name.</summary>
    public IEnumerable<object?> Values => values.Select(argument => argument.Value);

    /// <summary>Calls a function with these arguments.</summary>
    /// <exception cref="ScriptRuntimeException">The function has failed.</exception>
    public object? Call(IScriptFunction function)
    {
        Context.Limits.EnterCall(Span);
        try
        {
            return function.Invoke(this);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } cause)
        {
            throw Failure(cause);
        }
        catch (Exception failure) when (failure is not ScriptRuntimeException)
        {
            throw Failure(failure);
        }
        finally
        {
            Context.Limits.LeaveCall();
        }
    }

    /// <summary>Makes sure of the number of arguments, and that none has a name.</summary>
    public void Expect(int minimum, int maximum)
    {
        if (Named.Count > 0)
        {
            throw Error("the names of arguments are only supported for `include`");
        }

        if (Count < minimum || Count > maximum)
        {
            throw Error($"Invalid number of arguments `{Count}`, expected {(minimum == maximum ? $"{minimum}" : $"{minimum} to {maximum}")}");
        }
    }

    /// <summary>An argument as it is.</summary>
    public object? Value(int index) => values[index].Value;

    /// <summary>An argument as text; null is null.</summary>
    public string? OptionalText(int index)
    {
        var text = ValueText.Of(values[index].Span, values[index].Value);
        Context.Limits.CountWork(Span, text?.Length ?? 0);
        return text;
    }

    /// <summary>An argument as text.</summary>
    public string Text(int index) => OptionalText(index) ?? throw IsNull(index);

    /// <summary>An argument as a list; null is null.</summary>
    public IReadOnlyList<object?>? OptionalList(int index) => values[index].Value switch
    {
        null => null,
        IReadOnlyList<object?> list => list,
        var other => throw new ScriptRuntimeException(values[index].Span, $"{ValueText.Kind(other)} for a list is not supported"),
    };

    /// <summary>An argument as a list to go through.</summary>
    public IReadOnlyList<object?> List(int index)
    {
        var list = OptionalList(index) ?? throw IsNull(index);
        Context.Limits.CheckRounds(Span, list.Count);
        Context.Limits.CountItems(Span, list);
        return list;
    }

    /// <summary>An argument as an object.</summary>
    public ScriptObject Object(int index) => values[index].Value switch
    {
        ScriptObject found => found,
        null => throw IsNull(index),
        var other => throw new ScriptRuntimeException(values[index].Span, $"{ValueText.Kind(other)} for an object is not supported"),
    };

    /// <summary>A text that the call makes, if it is not too long.</summary>
    public string Made(string text) => Context.Limits.Check(Span, text);

    /// <summary>Makes sure that a text that the call is about to make is not too long.</summary>
    public void ExpectLength(long length) => Context.Limits.CheckLength(Span, length);

    /// <summary>An error about the call.</summary>
    public ScriptRuntimeException Error(string message) => new(Span, message);

    private ScriptRuntimeException Failure(Exception cause) =>
        cause as ScriptRuntimeException ?? new ScriptRuntimeException(Span, cause.Message, cause);

    private ScriptRuntimeException IsNull(int index) => new(values[index].Span, "null is not supported as this argument");
}
