using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>A list of values.</summary>
/// <param name="span">Where it begins.</param>
/// <param name="items">The values in the order of the file.</param>
internal sealed class SequenceNode(SourceSpan span, ImmutableArray<SyntaxNode> items) : SyntaxNode(span)
{
    /// <summary>The values in the order of the file.</summary>
    public ImmutableArray<SyntaxNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Description => "a list";
}
