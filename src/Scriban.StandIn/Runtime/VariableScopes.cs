using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Where variables are looked for: in the loops from the inside out, in the global objects from the last to the first.</summary>
internal sealed class VariableScopes(ScriptObject builtins)
{
    private readonly List<ScriptObject> globals = [builtins];
    private readonly Stack<LoopState> loops = [];

    /// <summary>The innermost loop.</summary>
    public LoopState? CurrentLoop => loops.TryPeek(out var loop) ? loop : null;

    /// <summary>Adds a global object in front of the others; assignments go to it from now on.</summary>
    public void PushGlobal(ScriptObject global) => globals.Add(global);

    /// <summary>Begins a loop, before its first item.</summary>
    public LoopState EnterLoop(string variable, IReadOnlyList<object?> items)
    {
        var loop = new LoopState(variable, items);
        loops.Push(loop);
        return loop;
    }

    /// <summary>Ends the innermost loop.</summary>
    /// <returns>Whether no loop is left.</returns>
    public bool LeaveLoop()
    {
        loops.Pop();
        return loops.Count == 0;
    }

    /// <summary>Finds a variable.</summary>
    public bool TryGet(string name, out object? value)
    {
        foreach (var loop in loops)
        {
            if (loop.Variable == name)
            {
                value = loop.Item;
                return true;
            }
        }

        for (var index = globals.Count - 1; index >= 0; index--)
        {
            if (globals[index].TryGetValue(name, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Sets a variable in the last global object.</summary>
    /// <exception cref="ScriptRuntimeException">It is read-only there.</exception>
    public void Set(SourceSpan span, string name, object? value)
    {
        var global = globals[^1];
        if (!global.CanWrite(name))
        {
            throw new ScriptRuntimeException(span, $"Cannot set the read-only variable `{name}`");
        }

        global.SetValue(name, value, readOnly: false);
    }
}
