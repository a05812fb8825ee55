using System.Collections;

namespace Scriban.Runtime;

/// <summary>
/// What functions such as <c>string.split</c> and <c>array.uniq</c> make of a list: something to go through or to give to
/// another function. Scriban's has neither size nor index in every version.
/// </summary>
internal sealed class ScriptRange(IReadOnlyList<object?> values) : IReadOnlyList<object?>
{
    /// <inheritdoc/>
    public int Count => values.Count;

    /// <inheritdoc/>
    public object? this[int index] => values[index];

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
