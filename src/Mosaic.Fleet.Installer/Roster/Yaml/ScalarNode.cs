using System.Buffers;
using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>A single value: text, a number, true or false, or nothing.</summary>
/// <param name="span">The value's text, quotes included.</param>
/// <param name="value">The value with its quotes and escapes resolved.</param>
/// <param name="isPlain">Whether it stands without quotes, so that it may be something else than text.</param>
internal sealed class ScalarNode(SourceSpan span, string value, bool isPlain) : SyntaxNode(span)
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The value as text.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it stands without quotes.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>What the value is by the core schema of YAML 1.2 (section 10.3): there, <c>yes</c>, <c>no</c> and <c>on</c> are text.</summary>
    public ScalarType Type => !IsPlain
        ? ScalarType.Text
        : Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarType.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarType.Boolean,
            _ => IsNumber(Value) ? ScalarType.Number : ScalarType.Text,
        };

    /// <inheritdoc/>
    public override string Description => Type switch
    {
        ScalarType.Null => Value.Length == 0 ? "nothing" : $"`{Value}`, which YAML reads as nothing",
        ScalarType.Boolean => $"`{Value}`",
        ScalarType.Number => $"the number {QuotedText.Of(Value)}",
        _ => $"the text {QuotedText.Of(Value)}",
    };

    private static bool IsNumber(string text)
    {
        if (text is ".nan" or ".NaN" or ".NAN")
        {
            return true;
        }

        var digits = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        return digits switch
        {
            ".inf" or ".Inf" or ".INF" => true,
            ['0', 'o', _, ..] => !digits[2..].ContainsAnyExceptInRange('0', '7'),
            ['0', 'x', _, ..] => digits[2..].IndexOfAnyExcept(Hexadecimal) < 0,
            [>= '0' and <= '9', ..] or ['.', >= '0' and <= '9', ..] => double.TryParse(
                digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
    }
}
