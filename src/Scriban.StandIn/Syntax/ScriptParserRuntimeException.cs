using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template that another one includes has errors.</summary>
public sealed class ScriptParserRuntimeException : ScriptRuntimeException
{
    /// <summary>Makes one about the place of the include.</summary>
    public ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages)
        : base(span, message) => ParserMessages = parserMessages;

    /// <summary>The errors of the included template.</summary>
    public LogMessageBag ParserMessages { get; }

    /// <summary>What happened, after the place, and the errors of the included template.</summary>
    public override string Message => $"{base.Message} Parser messages:\n {ParserMessages}";
}
