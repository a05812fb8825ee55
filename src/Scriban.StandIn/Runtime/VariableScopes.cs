using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Where variables are looked for: in the loops from the inside out, in the global objects from the last to the first.</summary>
internal sealed class VariableScopes(ScriptObject builtins)
{
    private readonly List<ScriptObject> _globals = [builtins];
    private readonly Stack<LoopState> _loops = [];

    /// <summary>The innermost loop.</summary>
    public LoopState? CurrentLoop => _loops.TryPeek(out var loop) ? loop : null;

    /// <summary>Adds a global object in front of the others; assignments go to it from now on.</summary>
    public void PushGlobal(ScriptObject global) => _globals.Add(global);

    /// <summary>Begins a loop, before its first item.</summary>
    public LoopState EnterLoop(string variable, IReadOnlyList<object?> items)
    {
        var loop = new LoopState(variable, items);
        _loops.Push(loop);
        return loop;
    }

    /// <summary>Ends the innermost loop.</summary>
    /// <returns>Whether no loop is left.</returns>
    public bool LeaveLoop()
    {
        _loops.Pop();
        return _loops.Count == 0;
    }

    /// <summary>Finds a variable.</summary>
    public bool TryGet(string name, out object? value)
    {
        foreach (var loop in _loops)
        {
            if (loop.Variable == name)
            {
                value = loop.Item;
                return true;
            }
        }

        for (var index = _globals.Count - 1; index >= 0; index--)
        {
            if (_globals[index].TryGetValue(name, out value))
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
        var global = _globals[^1];
        if (!global.CanWrite(name))
        {
            throw new ScriptRuntimeException(span, $"Cannot set the read-only variable `{name}`");
        }

        global.SetValue(name, value, readOnly: false);
    }
}
