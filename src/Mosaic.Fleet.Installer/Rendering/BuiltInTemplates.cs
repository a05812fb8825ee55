using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>The templates that ship inside the tool: the files of <c>templates/</c>.</summary>
internal static class BuiltInTemplates
{
    private const string Prefix = "templates/";

    /// <summary>All of them, the artifact table and the includes too.</summary>
    public static TemplateLayer Layer { get; } = new(
        folder: null,
        typeof(BuiltInTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .ToImmutableSortedSet(StringComparer.Ordinal),
        Read);

    /// <summary>The templates that a glob names; never the artifact table, which overlays add to.</summary>
    /// <param name="pattern">As <c>fleet/tmux.conf.sbn</c>, <c>tools/**</c> or <c>**/*.service.sbn</c>.</param>
    /// <exception cref="InstallationException">It names none.</exception>
    public static ImmutableArray<string> Find(string pattern)
    {
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(pattern).AddExclude(ArtifactTable.FileName);
        ImmutableArray<string> paths = [.. matcher.Match(Layer.Paths).Files.Select(file => file.Path).Order(StringComparer.Ordinal)];
        return paths.IsEmpty
            ? throw new InstallationException(FailureKind.BadInput, [TemplateDiagnostics.NothingMatches(pattern, Layer.Paths)])
            : paths;
    }

    /// <summary>Renders one of them for itself.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="variables">All that it sees.</param>
    public static string Render(string path, ImmutableDictionary<string, object?> variables) =>
        new TemplateRenderer(new TemplateCatalogue([Layer]), variables).Render(path, ImmutableDictionary<string, object?>.Empty).Text;

    private static byte[] Read(string path)
    {
        using var stream = typeof(BuiltInTemplates).Assembly.GetManifestResourceStream(Prefix + path)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
