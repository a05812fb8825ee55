using System.Collections.Immutable;
using System.Text.Json;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Packaging;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes what was made for other hosts.</summary>
internal static class TreeReport
{
    /// <summary>Writes what lies where.</summary>
    public static void WriteText(PackagedTree tree, AbsolutePath folder, TextWriter writer)
    {
        writer.WriteLine($"{tree.Files.Length} files and {tree.Links.Length} link{(tree.Links.Length == 1 ? "" : "s")} are in {folder}.");
        writer.WriteLine($"Packages take {string.Join(" and ", Tops(tree).Select(top => folder / top))}; host.env is made on the host, by the first command that misses it.");
    }

    /// <summary>Writes <c>{"output": DIR, "files": [{"path", "mode"}], "links": [{"path", "target"}], "warnings": [...]}</c>.</summary>
    public static void WriteJson(PackagedTree tree, AbsolutePath folder, IEnumerable<Diagnostic> warnings, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("output", folder.Value);
        json.WriteStartArray("files");
        foreach (var file in tree.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("mode", Convert.ToString((int)file.Mode, toBase: 8).PadLeft(4, '0'));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var link in tree.Links)
        {
            json.WriteStartObject();
            json.WriteString("path", link.Path);
            json.WriteString("target", link.Target);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.WriteDiagnostics(json, "warnings", warnings);
        json.WriteEndObject();
    }

    private static ImmutableSortedSet<string> Tops(PackagedTree tree) =>
        tree.Files.Select(file => file.Path.Split('/')[0]).ToImmutableSortedSet(StringComparer.Ordinal);
}
