using System.Collections;
using Scriban.Parsing;

namespace Scriban;

/// <summary>The messages of a parser, in the order in which they were found.</summary>
public sealed class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> messages = [];

    /// <summary>Whether one of the messages is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <inheritdoc/>
    public int Count => messages.Count;

    /// <inheritdoc/>
    public LogMessage this[int index] => messages[index];

    /// <summary>Adds a message.</summary>
    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        messages.Add(message);
    }

    /// <inheritdoc/>
    public IEnumerator<LogMessage> GetEnumerator() => messages.GetEnumerator();

    /// <summary>The messages, one a line.</summary>
    public override string ToString() => string.Join(Environment.NewLine, messages);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
