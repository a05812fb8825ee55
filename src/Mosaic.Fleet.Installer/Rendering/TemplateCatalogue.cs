using System.Collections.Frozen;
using System.Reflection;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>The templates that ship inside the tool, by their path below <c>templates/</c>.</summary>
internal sealed class TemplateCatalogue
{
    private const string Prefix = "templates/";

    private readonly FrozenSet<string> _paths = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every path, in ordinal order.</summary>
    public IEnumerable<string> Paths => _paths.Order(StringComparer.Ordinal);

    /// <summary>Whether there is such a template.</summary>
    public bool Contains(string path) => _paths.Contains(path);

    /// <summary>The bytes of a template.</summary>
    /// <exception cref="FileNotFoundException">There is none of that path.</exception>
    public byte[] ReadBytes(string path)
    {
        if (!Contains(path))
        {
            throw new FileNotFoundException($"there is no template '{path}'");
        }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + path)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The text of a template.</summary>
    /// <exception cref="FileNotFoundException">There is none of that path.</exception>
    public string ReadText(string path) => System.Text.Encoding.UTF8.GetString(ReadBytes(path));
}
