using System.Text.Json;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes where an agent's values come from.</summary>
internal static class ExplanationReport
{
    /// <summary>Writes three columns for people: key, value, and the place or <c>built in</c>.</summary>
    public static void WriteText(IReadOnlyList<EffectiveValue> values, TextWriter writer)
    {
        var keyWidth = values.Max(value => value.Key.Length) + 2;
        var valueWidth = values.Max(value => Shown(value).Length) + 2;
        foreach (var value in values)
        {
            writer.WriteLine($"{value.Key.PadRight(keyWidth)}{Shown(value).PadRight(valueWidth)}{value.Origin?.ToString() ?? "built in"}");
        }
    }

    /// <summary>Writes <c>{"agent", "values": [{"key", "value", "origin": null | {"file", "line", "column"}}]}</c>.</summary>
    public static void WriteJson(string agent, IReadOnlyList<EffectiveValue> values, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("agent", agent);
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("key", value.Key);
            json.WriteString("value", value.Value);
            if (value.Origin is { } origin)
            {
                json.WriteStartObject("origin");
                json.WriteString("file", origin.File);
                json.WriteNumber("line", origin.Line);
                json.WriteNumber("column", origin.Column);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("origin");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // One line a value, whatever it holds.
    private static string Shown(EffectiveValue value) =>
        value.Value.Length == 0 ? "\"\"" : value.Value.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
