namespace Scriban.Runtime.Functions;

/// <summary>A function that Scriban itself has.</summary>
/// <param name="minimum">The least number of arguments.</param>
/// <param name="maximum">The greatest number of arguments.</param>
/// <param name="function">What it does.</param>
internal sealed class BuiltinFunction(int minimum, int maximum, Func<CallArguments, object?> function) : IScriptFunction
{
    /// <inheritdoc/>
    public object? Invoke(CallArguments arguments)
    {
        arguments.Expect(minimum, maximum);
        return function(arguments);
    }
}
