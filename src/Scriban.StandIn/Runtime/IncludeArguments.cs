namespace Scriban.Runtime;

/// <summary>The arguments of an include.</summary>
/// <param name="Values">Those without a name; the first is the name of the include.</param>
/// <param name="Named">Those with a name.</param>
internal sealed record IncludeArguments(IReadOnlyList<object?> Values, IReadOnlyList<KeyValuePair<string, object?>> Named)
{
    /// <summary>Finds an argument by its name; the last of a name counts.</summary>
    public bool TryGetNamed(string name, out object? value)
    {
        for (var index = Named.Count - 1; index >= 0; index--)
        {
            if (Named[index].Key == name)
            {
                value = Named[index].Value;
                return true;
            }
        }

        value = null;
        return false;
    }
}
