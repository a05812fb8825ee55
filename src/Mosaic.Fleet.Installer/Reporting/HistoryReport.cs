using System.Globalization;
using System.Text.Json;
using Mosaic.Fleet.Installer.Applying.Generations;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes the generations.</summary>
internal static class HistoryReport
{
    /// <summary>Writes a line a generation; the one that stands has a star.</summary>
    public static void WriteText(IReadOnlyList<HistoryEntry> history, TextWriter writer)
    {
        if (history.Count == 0)
        {
            writer.WriteLine("There is no generation yet: each run that changes something makes one.");
            return;
        }

        var cause = history.Max(entry => entry.Generation.Provenance.Cause.Length) + 2;
        var version = history.Max(entry => entry.Generation.ToolVersion.Length) + 2;
        foreach (var (generation, changed, stands) in history)
        {
            var files = changed is null ? "?" : string.Create(CultureInfo.InvariantCulture, $"{changed} file{(changed == 1 ? "" : "s")}");
            writer.WriteLine(
                $"{(stands ? '*' : ' ')} {generation.Number,4}  {Time(generation.Time)}  {generation.ToolVersion.PadRight(version)}{generation.Provenance.Cause.PadRight(cause)}{files}");
        }
    }

    /// <summary>Writes <c>{"generations": [{"number", "time", "tool", "cause", "enabled", "files": null | COUNT, "stands"}]}</c>, the newest first.</summary>
    public static void WriteJson(IReadOnlyList<HistoryEntry> history, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteStartArray("generations");
        foreach (var (generation, changed, stands) in history)
        {
            json.WriteStartObject();
            json.WriteNumber("number", generation.Number);
            json.WriteString("time", Time(generation.Time));
            json.WriteString("tool", generation.ToolVersion);
            json.WriteString("cause", generation.Provenance.Cause);
            json.WriteBoolean("enabled", generation.IsEnabled);
            if (changed is { } count)
            {
                json.WriteNumber("files", count);
            }
            else
            {
                json.WriteNull("files");
            }

            json.WriteBoolean("stands", stands);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
