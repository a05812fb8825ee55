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

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            schema.WriteTo(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
