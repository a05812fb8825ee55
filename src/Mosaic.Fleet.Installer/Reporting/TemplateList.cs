using System.Text.Json;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes which templates there are, and where each comes from.</summary>
internal static class TemplateList
{
    /// <summary>Writes two columns for people: path, and <c>built in</c> or the file that is used, with what that file stands for.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="writer">Takes the text.</param>
    public static void WriteText(TemplateCatalogue templates, TextWriter writer)
    {
        var width = templates.Paths.Max(path => path.Length) + 2;
        foreach (var path in templates.Paths)
        {
            var layer = templates.LayerOf(path);
            writer.WriteLine(path.PadRight(width) + (
                layer.IsBuiltIn ? "built in"
                : path == ArtifactTable.FileName ? $"{layer.NameOf(path)} (beside the built-in one)"
                : IsOverlay(templates, path) ? $"{layer.NameOf(path)} (over the built-in one)"
                : layer.NameOf(path)));
        }
    }

    /// <summary>Writes <c>{"templates": [{"path", "file", "overlays_built_in"}]}</c>; the file of a built-in template is null.</summary>
    /// <param name="templates">The templates.</param>
    /// <param name="stream">Takes the JSON.</param>
    public static void WriteJson(TemplateCatalogue templates, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteStartArray("templates");
        foreach (var path in templates.Paths)
        {
            var layer = templates.LayerOf(path);
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("file", layer.IsBuiltIn ? null : layer.NameOf(path));
            json.WriteBoolean("overlays_built_in", IsOverlay(templates, path));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A table of the user's adds to the built-in one.
    private static bool IsOverlay(TemplateCatalogue templates, string path) =>
        path != ArtifactTable.FileName && !templates.LayerOf(path).IsBuiltIn && templates.Layers[^1].Paths.Contains(path);
}
