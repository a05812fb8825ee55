using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Tests.Rendering;

/// <summary>Templates that a test makes up.</summary>
internal static class InjectedTemplates
{
    /// <summary>A layer of these files.</summary>
    /// <param name="folder">Where they claim to lie; null to be built in.</param>
    /// <param name="files">Paths and texts.</param>
    public static TemplateLayer Layer(string? folder, params (string Path, string Text)[] files) => new(
        folder,
        files.Select(file => file.Path).ToImmutableSortedSet(StringComparer.Ordinal),
        path => System.Text.Encoding.UTF8.GetBytes(files.Single(file => file.Path == path).Text));
}
