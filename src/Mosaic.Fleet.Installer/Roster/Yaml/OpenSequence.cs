using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <inheritdoc/>
internal sealed class OpenSequence(SourceSpan span, string? anchor) : OpenCollection(span, anchor)
{
    private readonly ImmutableArray<SyntaxNode>.Builder _items = ImmutableArray.CreateBuilder<SyntaxNode>();

    /// <inheritdoc/>
    public override void Add(SyntaxNode node) => _items.Add(node);

    /// <inheritdoc/>
    public override SyntaxNode Close(DiagnosticBag diagnostics) => new SequenceNode(Span, _items.DrainToImmutable());
}
