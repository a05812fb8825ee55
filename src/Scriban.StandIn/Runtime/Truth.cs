namespace Scriban.Runtime;

/// <summary>What counts as true.</summary>
internal static class Truth
{
    /// <summary>Everything but null and false is true: 0 and the empty string as well.</summary>
    public static bool Of(object? value) => value is not (null or false);
}
