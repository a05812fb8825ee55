using System.Text.Json;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes how a generation differs from what stands on the disk.</summary>
internal static class GenerationDiffReport
{
    /// <summary>Writes a unified diff a file, and a line where permissions differ.</summary>
    /// <param name="number">The generation.</param>
    /// <param name="changes">The files that differ.</param>
    /// <param name="layout">Where things belong.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="colour">Whether the diffs are coloured.</param>
    public static void WriteText(int number, IReadOnlyList<GenerationChange> changes, FleetLayout layout, TextWriter writer, bool colour)
    {
        foreach (var change in changes)
        {
            DiffWriter.Write(change.Diff, writer, colour);
            if (change is { Written: { } written, Found: { } found } && written != found)
            {
                writer.WriteLine($"\\ {layout.TildeForm(change.Path)}: permissions {Octal(written)}, now {Octal(found)}");
            }
        }

        if (changes.Count == 0)
        {
            writer.WriteLine($"All is as in generation {number}.");
        }
    }

    /// <summary>Writes <c>{"generation", "files": [{"path", "written": null | MODE, "found": null | MODE, "diff": [LINE]}]}</c>.</summary>
    public static void WriteJson(int number, IReadOnlyList<GenerationChange> changes, FleetLayout layout, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteNumber("generation", number);
        json.WriteStartArray("files");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("path", layout.TildeForm(change.Path));
            json.WriteString("written", change.Written is { } written ? Octal(written) : null);
            json.WriteString("found", change.Found is { } found ? Octal(found) : null);
            json.WriteStartArray("diff");
            foreach (var line in change.Diff.Lines)
            {
                json.WriteStringValue(line.Text);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, toBase: 8).PadLeft(4, '0');
}
