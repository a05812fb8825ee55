using System.Text.Json;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes which profiles there are.</summary>
internal static class ProfileList
{
    /// <summary>Writes two columns for people: name, and file or <c>built in</c>.</summary>
    /// <param name="profiles">Names with their files; null for a built-in profile.</param>
    /// <param name="writer">Takes the text.</param>
    public static void WriteText(IReadOnlyDictionary<string, string?> profiles, TextWriter writer)
    {
        var width = profiles.Keys.Max(name => name.Length) + 2;
        foreach (var (name, file) in profiles)
        {
            writer.WriteLine($"{name.PadRight(width)}{file ?? "built in"}");
        }
    }

    /// <summary>Writes <c>{"profiles": [{"name", "file"}]}</c>; the file of a built-in profile is null.</summary>
    /// <param name="profiles">Names with their files; null for a built-in profile.</param>
    /// <param name="stream">Takes the JSON.</param>
    public static void WriteJson(IReadOnlyDictionary<string, string?> profiles, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteStartArray("profiles");
        foreach (var (name, file) in profiles)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("file", file);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
