namespace Scriban.Runtime;

/// <summary>What else can be done with a <see cref="ScriptObject"/>.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>Adds a function that templates can call, read-only.</summary>
    /// <param name="script">The object to add it to.</param>
    /// <param name="member">Its name.</param>
    /// <param name="function">The function; its parameters are strings or objects.</param>
    /// <exception cref="NotSupportedException">It has other parameters.</exception>
    public static void Import(this ScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(function);
        script.SetValue(member, ImportedFunction.Create(function), readOnly: true);
    }
}
