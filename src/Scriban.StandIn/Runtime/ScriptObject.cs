using System.Collections;

namespace Scriban.Runtime;

/// <summary>Members with names, in the order in which they were added.</summary>
public sealed class ScriptObject : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, Member> _members = [];

    /// <summary>How many members there are.</summary>
    public int Count => _members.Count;

    /// <summary>The names of the members.</summary>
    public ICollection<string> Keys => _members.Keys;

    /// <summary>A member, or null if there is none of this name.</summary>
    public object? this[string key]
    {
        get => _members.GetValueOrDefault(key)?.Value;
        set
        {
            if (CanWrite(key))
            {
                _members[key] = new Member(value, IsReadOnly: false);
            }
        }
    }

    /// <summary>Adds a member.</summary>
    /// <exception cref="ArgumentException">There is one of this name.</exception>
    public void Add(string key, object? value) => _members.Add(key, new Member(value, IsReadOnly: false));

    /// <summary>Sets a member, also a read-only one.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="readOnly">Whether no template can assign to it.</param>
    public void SetValue(string member, object? value, bool readOnly) => _members[member] = new Member(value, readOnly);

    /// <summary>Whether there is a member of this name.</summary>
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <summary>Whether there is no read-only member of this name.</summary>
    public bool CanWrite(string member) => _members.GetValueOrDefault(member) is not { IsReadOnly: true };

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        _members.Select(member => KeyValuePair.Create(member.Key, member.Value.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds a member.</summary>
    internal bool TryGetValue(string name, out object? value)
    {
        var isFound = _members.TryGetValue(name, out var member);
        value = member?.Value;
        return isFound;
    }

    // A class, since the runtime has the code of a dictionary of classes ready, and compiles that of a dictionary of tuples.
    private sealed record Member(object? Value, bool IsReadOnly);
}
