using System.Globalization;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Values as text.</summary>
internal static class ValueText
{
    /// <summary>The text of a value, whatever the culture; null has none.</summary>
    /// <exception cref="ScriptRuntimeException">The value, such as a list, has no text that anybody could want.</exception>
    public static string? Of(SourceSpan span, object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        int or long or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        CapturedText captured => captured.ToString(),
        _ => throw new ScriptRuntimeException(span, $"{Kind(value)} as text is not supported"),
    };

    /// <summary>What people call a value, for messages.</summary>
    public static string Kind(object? value) => value switch
    {
        null => "null",
        string => "a string",
        bool => "a boolean",
        int or long or double => "a number",
        CapturedText => "captured text",
        ScriptArray => "a list",
        ScriptRange => "what a function made of a list",
        ScriptObject => "an object",
        IScriptFunction => "a function",
        _ => $"a value of type {value.GetType().Name}",
    };
}
