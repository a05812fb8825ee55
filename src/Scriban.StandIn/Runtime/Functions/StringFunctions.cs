using System.Globalization;

namespace Scriban.Runtime.Functions;

/// <summary>The functions of <c>string</c>. Where a text is null, Scriban's own answer is given if its versions agree on one.</summary>
internal static class StringFunctions
{
    /// <summary>An object with all of them.</summary>
    public static ScriptObject Create() => new()
    {
        { "append", new BuiltinFunction(2, 2, call => call.Made(call.OptionalText(0) + call.OptionalText(1))) },
        { "capitalize", new BuiltinFunction(1, 1, call => Capitalize(call.Text(0))) },
        { "contains", new BuiltinFunction(2, 2, call => Test(call, (text, part) => text.Contains(part, StringComparison.Ordinal))) },
        { "downcase", new BuiltinFunction(1, 1, call => call.OptionalText(0)?.ToLowerInvariant()) },
        { "empty", new BuiltinFunction(1, 1, call => call.Text(0).Length == 0) },
        { "ends_with", new BuiltinFunction(2, 2, call => Test(call, (text, part) => text.EndsWith(part, StringComparison.CurrentCulture))) },
        { "escape", new BuiltinFunction(1, 1, call => call.OptionalText(0) is { } text ? call.Made(StringEscape.Of(text)) : null) },
        { "lstrip", new BuiltinFunction(1, 1, call => call.OptionalText(0)?.TrimStart()) },
        { "prepend", new BuiltinFunction(2, 2, call => call.Made(call.OptionalText(1) + call.OptionalText(0))) },
        { "remove", new BuiltinFunction(2, 2, call => Remove(call.OptionalText(0), call.OptionalText(1))) },
        { "replace", new BuiltinFunction(3, 3, Replace) },
        { "rstrip", new BuiltinFunction(1, 1, call => call.OptionalText(0)?.TrimEnd()) },
        { "size", new BuiltinFunction(1, 1, call => call.OptionalText(0)?.Length ?? 0) },
        { "split", new BuiltinFunction(2, 2, Split) },
        { "starts_with", new BuiltinFunction(2, 2, call => Test(call, (text, part) => text.StartsWith(part, StringComparison.CurrentCulture))) },
        { "strip", new BuiltinFunction(1, 1, call => call.OptionalText(0)?.Trim()) },
        { "upcase", new BuiltinFunction(1, 1, call => call.OptionalText(0)?.ToUpperInvariant()) },
    };

    private static string Capitalize(string text) =>
        text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    // Nothing contains, begins or ends with the empty string.
    private static object Test(CallArguments call, Func<string, string, bool> test) =>
        call.OptionalText(0) is { Length: > 0 } text && call.OptionalText(1) is { Length: > 0 } part && test(text, part);

    private static string? Remove(string? text, string? part) =>
        string.IsNullOrEmpty(text) || string.IsNullOrEmpty(part) ? text : text.Replace(part, string.Empty, StringComparison.Ordinal);

    private static string Replace(CallArguments call)
    {
        var text = call.OptionalText(0) ?? string.Empty;
        var match = call.Text(1);
        var replacement = call.OptionalText(2) ?? string.Empty;
        if (match.Length == 0)
        {
            throw call.Error("replacing the empty string is not supported");
        }

        var matches = text.AsSpan().Count(match);
        call.ExpectLength(text.Length + ((long)matches * (replacement.Length - match.Length)));
        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    private static ScriptRange Split(CallArguments call)
    {
        var separator = call.Text(1);
        if (separator.Length == 0)
        {
            throw call.Error("splitting at the empty string is not supported");
        }

        var parts = call.OptionalText(0)?.Split(separator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new ScriptRange(parts);
    }
}
