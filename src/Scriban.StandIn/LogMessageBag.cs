using System.Collections;
using Scriban.Parsing;

namespace Scriban;

/// <summary>The messages of a parser, in the order in which they were found.</summary>
public sealed class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> _messages = [];

    /// <summary>Whether one of the messages is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <inheritdoc/>
    public int Count => _messages.Count;

    /// <inheritdoc/>
    public LogMessage this[int index] => _messages[index];

    /// <summary>Adds a message.</summary>
    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        _messages.Add(message);
    }

    /// <inheritdoc/>
    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    /// <summary>The messages, one a line.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _messages);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
