using System.Runtime.InteropServices;
using Mosaic.Fleet.Installer.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Builds the tree from the parser's events, within the limits of <see cref="SyntaxTree"/>.</summary>
/// <param name="source">The text that is read.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class SyntaxTreeBuilder(SourceText source, DiagnosticBag diagnostics)
{
    private readonly Stack<OpenCollection> _open = [];

    // The finished values of all open collections, those of the innermost last.
    private readonly List<SyntaxNode> _finished = [];
    private readonly Dictionary<string, SyntaxNode> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>The first document's value; null until it was read.</summary>
    public SyntaxNode? Root { get; private set; }

    /// <summary>Where the innermost mapping or list that is still open begins; null outside of all.</summary>
    public SourceSpan? InnermostSpan => _open.TryPeek(out var innermost) ? innermost.Span : null;

    /// <summary>Takes the next event.</summary>
    /// <param name="parsed">The event.</param>
    /// <returns>False when a limit was passed and the reading must stop; a diagnostic says so.</returns>
    public bool Add(ParsingEvent parsed)
    {
        if (parsed is NodeEvent or AnchorAlias && ++_nodes > SyntaxTree.MaximumNodes)
        {
            diagnostics.Add(YamlDiagnostics.TooManyValues(SpanOf(parsed), SyntaxTree.MaximumNodes));
            return false;
        }

        switch (parsed)
        {
            case NodeEvent node:
                return Enter(node);
            case AnchorAlias alias:
                Complete(Resolve(alias));
                break;
            case SequenceEnd or MappingEnd:
                Leave();
                break;
        }

        return true;
    }

    private bool Enter(NodeEvent node)
    {
        var span = SpanOf(node);
        var isTagged = !node.Tag.IsEmpty;
        if (isTagged)
        {
            diagnostics.Add(YamlDiagnostics.Tag(span));
        }

        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (node is Scalar scalar)
        {
            SyntaxNode value = isTagged
                ? new UnreadableNode(span)
                : new ScalarNode(span, scalar.Value, scalar.Style == ScalarStyle.Plain);
            Remember(anchor, value);
            Complete(value);
            return true;
        }

        if (_open.Count == SyntaxTree.MaximumDepth)
        {
            diagnostics.Add(YamlDiagnostics.NestedTooDeeply(span, SyntaxTree.MaximumDepth));
            return false;
        }

        _open.Push(new OpenCollection(span, anchor, node is MappingStart, _finished.Count));
        return true;
    }

    private void Leave()
    {
        var collection = _open.Pop();
        var values = CollectionsMarshal.AsSpan(_finished)[collection.FirstValue..];
        SyntaxNode node = collection.IsMapping
            ? new MappingNode(collection.Span, MappingEntries.Pair(values, diagnostics))
            : new SequenceNode(collection.Span, [.. values]);
        _finished.RemoveRange(collection.FirstValue, values.Length);
        Remember(collection.Anchor, node);
        Complete(node);
    }

    private void Complete(SyntaxNode node)
    {
        if (_open.Count > 0)
        {
            _finished.Add(node);
        }
        else
        {
            Root = node;
        }
    }

    private void Remember(string? anchor, SyntaxNode node)
    {
        if (anchor is not null)
        {
            _anchors[anchor] = node;
        }
    }

    // An alias shares its anchor's node, so that anchors multiply nothing here; those who walk the tree count their steps.
    private SyntaxNode Resolve(AnchorAlias alias)
    {
        var span = SpanOf(alias);
        var name = alias.Value.Value;
        var isInside = _open.Any(collection => collection.Anchor == name);
        if (!isInside && _anchors.TryGetValue(name, out var node))
        {
            return node;
        }

        diagnostics.Add(isInside ? YamlDiagnostics.RecursiveAnchor(span, name) : YamlDiagnostics.UnknownAnchor(span, name));
        return new UnreadableNode(span);
    }

    private SourceSpan SpanOf(ParsingEvent parsed) =>
        source.Span(parsed.Start.Index, parsed.End.Index - parsed.Start.Index);
}
