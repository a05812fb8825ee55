using System.Collections.Immutable;
using System.Text.Json;
using Mosaic.Fleet.Installer.Applying;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes which templates were exported.</summary>
internal static class ExportReport
{
    /// <summary>Writes a line a file: <c>wrote</c> or <c>unchanged</c>, and the file.</summary>
    /// <param name="files">The copies.</param>
    /// <param name="writer">Takes the text.</param>
    public static void WriteText(ImmutableArray<ExportedFile> files, TextWriter writer)
    {
        foreach (var (file, isWritten) in files)
        {
            writer.WriteLine($"{State(isWritten),-9}  {file}");
        }
    }

    /// <summary>Writes <c>{"files": [{"path", "state"}]}</c>.</summary>
    /// <param name="files">The copies.</param>
    /// <param name="stream">Takes the JSON.</param>
    public static void WriteJson(ImmutableArray<ExportedFile> files, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach (var (file, isWritten) in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Value);
            json.WriteString("state", State(isWritten));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string State(bool isWritten) => isWritten ? "wrote" : "unchanged";
}
