using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>What a template asks for cannot be done.</summary>
public class ScriptRuntimeException : Exception
{
    /// <summary>Makes one about a place in a template.</summary>
    public ScriptRuntimeException(SourceSpan span, string message)
        : this(span, message, null)
    {
    }

    /// <summary>Makes one about a place in a template, with its cause.</summary>
    public ScriptRuntimeException(SourceSpan span, string message, Exception? innerException)
        : base(message, innerException) => Span = span;

    /// <summary>Where it happened.</summary>
    public SourceSpan Span { get; }

    /// <summary>What happened.</summary>
    public string OriginalMessage => base.Message;

    /// <summary>What happened, after the place.</summary>
    public override string Message => new LogMessage(ParserMessageType.Error, Span, OriginalMessage).ToString();
}
