using System.IO.Compression;
using System.Xml.Linq;

namespace Mosaic.Fleet.Installer.EndToEndTests.Packages;

/// <summary>A file <c>*.nupkg</c>: a zip archive whose <c>*.nuspec</c> says what it is.</summary>
/// <param name="file">The archive.</param>
internal sealed class NuGetPackage(string file)
{
    /// <summary>The paths of all that it holds.</summary>
    public IReadOnlyList<string> Paths
    {
        get
        {
            using var archive = ZipFile.OpenRead(file);
            return [.. archive.Entries.Select(entry => entry.FullName)];
        }
    }

    /// <summary>What its nuspec says: an element's text by its name.</summary>
    public ILookup<string, XElement> Metadata
    {
        get
        {
            using var archive = ZipFile.OpenRead(file);
            using var nuspec = archive.Entries.Single(IsNuspec).Open();
            return XDocument.Load(nuspec).Root!.Elements().Single().Elements().ToLookup(element => element.Name.LocalName);
        }
    }

    /// <summary>Copies it as one of another version.</summary>
    /// <param name="folder">Where to; the file's name has the new version.</param>
    /// <param name="from">Its version.</param>
    /// <param name="to">The copy's.</param>
    /// <param name="withoutPlatform">A platform that the copy does not list any more, such as <c>linux-x64</c>.</param>
    public void CopyAs(string folder, string from, string to, string withoutPlatform)
    {
        var copy = Path.Combine(folder, Path.GetFileName(file).Replace(from, to, StringComparison.Ordinal));
        File.Copy(file, copy);
        using var archive = ZipFile.Open(copy, ZipArchiveMode.Update);
        Edit(archive.Entries.Single(IsNuspec), text => text.Replace($"<version>{from}<", $"<version>{to}<", StringComparison.Ordinal));
        Edit(
            archive.Entries.Single(entry => entry.Name == "DotnetToolSettings.xml"),
            text => string.Join('\n', text.Split('\n').Where(line => !line.Contains($"RuntimeIdentifier=\"{withoutPlatform}\"", StringComparison.Ordinal))));
    }

    private static bool IsNuspec(ZipArchiveEntry entry) => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal);

    private static void Edit(ZipArchiveEntry entry, Func<string, string> edit)
    {
        using var stream = entry.Open();
        using var reader = new StreamReader(stream);
        var text = edit(reader.ReadToEnd());
        stream.SetLength(0);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
