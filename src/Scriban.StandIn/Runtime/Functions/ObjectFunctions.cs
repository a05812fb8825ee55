namespace Scriban.Runtime.Functions;

/// <summary>The functions of <c>object</c>.</summary>
internal static class ObjectFunctions
{
    /// <summary>An object with all of them.</summary>
    public static ScriptObject Create() => new()
    {
        { "default", new BuiltinFunction(2, 2, call => call.Value(0) is null or "" ? call.Value(1) : call.Value(0)) },
        { "has_key", new BuiltinFunction(2, 2, call => call.Object(0).ContainsKey(call.Text(1))) },
        { "has_value", new BuiltinFunction(2, 2, call => call.Object(0)[call.Text(1)] is not null) },
        { "keys", new BuiltinFunction(1, 1, call => new ScriptArray(call.Object(0).Keys)) },
        { "size", new BuiltinFunction(1, 1, call => Size(call)) },
        { "values", new BuiltinFunction(1, 1, call => new ScriptArray(call.Object(0).Select(member => member.Value))) },
    };

    private static int Size(CallArguments call) => call.Value(0) switch
    {
        string text => text.Length,
        ScriptObject members => members.Count,
        _ => call.OptionalList(0)?.Count ?? 0,
    };
}
