using System.Text.Json;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The JSON Schema of rosters, made from the definitions that the reader uses, so that editors and the tool agree.</summary>
internal static class RosterSchema
{
    /// <summary>The schema as JSON text, indented, with a line break at its end.</summary>
    public static byte[] ToUtf8()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Mosaic fleet roster",
        };
        foreach (var (name, value) in RosterKeys.Kind.ToSchema())
        {
            schema[name] = value?.DeepClone();
        }

        // What a roster extends may bring the agents.
        schema["required"] = new JsonArray(RosterKeys.Version.Name);
        schema["anyOf"] = new JsonArray(Requires(RosterKeys.Agents), Requires(RosterKeys.Extends));

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            schema.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static JsonObject Requires(KeyDefinition key) => new() { ["required"] = new JsonArray(key.Name) };
}
