using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Finds the template that was probably meant.</summary>
internal static class NearestPath
{
    /// <summary>The path with the same file name in another folder, <c>.sbn</c> or not; else the nearest by its letters.</summary>
    /// <param name="path">What was written.</param>
    /// <param name="paths">What there is, at least one.</param>
    /// <returns>The path; null when none is near.</returns>
    public static string? Find(string path, IReadOnlyCollection<string> paths) =>
        paths.FirstOrDefault(candidate => NameOf(candidate) == NameOf(path)) ?? NearestWord.Find(path, paths);

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(TemplateLayer.Extension, StringComparison.Ordinal) ? name[..^TemplateLayer.Extension.Length] : name;
    }
}
