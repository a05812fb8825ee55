namespace Scriban.Runtime;

/// <summary>What a template can call.</summary>
internal interface IScriptFunction
{
    /// <summary>Calls it.</summary>
    public object? Invoke(CallArguments arguments);
}
