namespace Scriban.Runtime;

/// <summary>A loop on its way through a list.</summary>
internal sealed class LoopState(string variable, IReadOnlyList<object?> items)
{
    /// <summary>The name of the loop's variable.</summary>
    public string Variable { get; } = variable;

    /// <summary>The place of the current item, counted from 0.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>How many items there are.</summary>
    public int Length => items.Count;

    /// <summary>The current item.</summary>
    public object? Item => items[Index];

    /// <summary>Whether the current item is the first, or another than the one before.</summary>
    public bool IsChanged => Index == 0 || !Equals(items[Index - 1], Item);

    /// <summary>Goes to the next item.</summary>
    public bool MoveNext() => ++Index < items.Count;
}
