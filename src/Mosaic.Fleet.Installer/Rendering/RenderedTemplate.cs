using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>What came of one template.</summary>
/// <param name="Text">The whole output.</param>
/// <param name="Templates">Paths of the template and of all that it included, in ordinal order.</param>
internal sealed record RenderedTemplate(string Text, ImmutableSortedSet<string> Templates);
