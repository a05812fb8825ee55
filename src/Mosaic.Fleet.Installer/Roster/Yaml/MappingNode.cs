using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Keys with their values.</summary>
/// <param name="span">Where it begins.</param>
/// <param name="entries">The entries in the order of the file, each key once.</param>
internal sealed class MappingNode(SourceSpan span, ImmutableArray<MappingEntry> entries) : SyntaxNode(span)
{
    /// <summary>The entries in the order of the file, each key once.</summary>
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Description => "a mapping";
}
