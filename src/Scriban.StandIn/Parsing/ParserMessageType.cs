namespace Scriban.Parsing;

/// <summary>How grave a message of the parser is.</summary>
public enum ParserMessageType
{
    /// <summary>The text is not a template.</summary>
    Error,

    /// <summary>The text is a template, but a suspicious one.</summary>
    Warning,
}
