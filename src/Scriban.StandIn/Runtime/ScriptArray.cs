using System.Collections;

namespace Scriban.Runtime;

/// <summary>A list of values.</summary>
public sealed class ScriptArray : IReadOnlyList<object?>
{
    private readonly List<object?> _values = [];

    /// <summary>Makes an empty list.</summary>
    public ScriptArray()
    {
    }

    /// <summary>Makes a list of values.</summary>
    public ScriptArray(IEnumerable values) => _values.AddRange(values.Cast<object?>());

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <summary>The value at a place, or null outside of the list.</summary>
    public object? this[int index] => index >= 0 && index < _values.Count ? _values[index] : null;

    /// <summary>Adds a value at the end.</summary>
    public void Add(object? item) => _values.Add(item);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
