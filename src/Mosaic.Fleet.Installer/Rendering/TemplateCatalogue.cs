using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Every template by its path: of two with one path, that of the earlier layer wins.</summary>
/// <param name="layers">The user's folders, then those that are built in.</param>
internal sealed class TemplateCatalogue(params ImmutableArray<TemplateLayer> layers)
{
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    /// <summary>Where the templates come from; the earlier wins.</summary>
    public ImmutableArray<TemplateLayer> Layers { get; } = layers;

    /// <summary>Every path, in ordinal order.</summary>
    public ImmutableSortedSet<string> Paths { get; } =
        layers.SelectMany(layer => layer.Paths).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The folders and files that the user's templates were found in.</summary>
    public IEnumerable<string> Inputs => Layers.SelectMany(layer => layer.Inputs);

    /// <summary>The catalogue of a host.</summary>
    /// <param name="open">Opens a file for reading; never waits for a writer.</param>
    /// <param name="folders">Absolute paths; the earlier wins. One that is not there has no templates.</param>
    /// <exception cref="InstallationException">Something in a folder is no template; all such are named.</exception>
    public static TemplateCatalogue Open(Func<string, Stream> open, params ImmutableArray<string> folders)
    {
        var diagnostics = new DiagnosticBag();
        ImmutableArray<TemplateLayer> layers = [.. folders.Select(folder => TemplateFolder.Read(folder, open, diagnostics)), BuiltInTemplates.Layer];
        return diagnostics.HasErrors ? throw new InstallationException(FailureKind.BadInput, diagnostics.ToSorted()) : new TemplateCatalogue(layers);
    }

    /// <summary>The layer whose template of a path is used.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    public TemplateLayer LayerOf(string path) => Layers.First(layer => layer.Paths.Contains(path));

    /// <summary>The bytes of a template.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    /// <exception cref="InstallationException">It cannot be read.</exception>
    public byte[] ReadBytes(string path) => LayerOf(path).ReadBytes(path);

    /// <summary>The text of a template, read once.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    /// <exception cref="InstallationException">It cannot be read, or is no text.</exception>
    public SourceText ReadText(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            text = LayerOf(path).ReadText(path);
            _texts.Add(path, text);
        }

        return text;
    }
}
