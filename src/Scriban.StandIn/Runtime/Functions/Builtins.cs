namespace Scriban.Runtime.Functions;

/// <summary>The names that every template knows.</summary>
internal static class Builtins
{
    private static readonly ScriptObject Strings = StringFunctions.Create();
    private static readonly ScriptObject Arrays = ArrayFunctions.Create();
    private static readonly ScriptObject Objects = ObjectFunctions.Create();
    private static readonly IncludeFunction Include = new();

    /// <summary>An object with all of them.</summary>
    public static ScriptObject Create() => new()
    {
        { "string", Strings },
        { "array", Arrays },
        { "object", Objects },
        { "include", Include },
    };

    /// <summary>Whether an object is one of those with Scriban's functions.</summary>
    public static bool Contains(ScriptObject members) => members == Strings || members == Arrays || members == Objects;

    /// <summary>Whether Scriban knows a name that the stand-in does not.</summary>
    public static bool IsUnsupported(string name) =>
        name is "blank" or "date" or "empty" or "html" or "include_join" or "math" or "regex" or "timespan";
}
