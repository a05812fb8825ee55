using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <inheritdoc/>
internal sealed class OpenMapping(SourceSpan span, string? anchor) : OpenCollection(span, anchor)
{
    // Small mappings are searched from end to end; a table costs more than it saves.
    private const int SmallSize = 16;

    private readonly List<SyntaxNode> _keysAndValues = [];

    /// <inheritdoc/>
    public override void Add(SyntaxNode node) => _keysAndValues.Add(node);

    /// <inheritdoc/>
    public override SyntaxNode Close(DiagnosticBag diagnostics)
    {
        var entries = ImmutableArray.CreateBuilder<MappingEntry>(_keysAndValues.Count / 2);
        var places = _keysAndValues.Count / 2 > SmallSize ? new Dictionary<string, ScalarNode>(StringComparer.Ordinal) : null;
        for (var i = 0; i + 1 < _keysAndValues.Count; i += 2)
        {
            if (_keysAndValues[i] is not ScalarNode key)
            {
                diagnostics.Add(YamlDiagnostics.KeyIsNotText(_keysAndValues[i].Span));
            }
            else if (key is { IsPlain: true, Value: "<<" })
            {
                diagnostics.Add(YamlDiagnostics.MergeKey(key.Span));
            }
            else if (Earlier(key, entries, places) is { } first)
            {
                diagnostics.Add(YamlDiagnostics.DuplicateKey(key.Span, key.Value, first.Span));
            }
            else
            {
                entries.Add(new MappingEntry(key, _keysAndValues[i + 1]));
            }
        }

        return new MappingNode(Span, entries.DrainToImmutable());
    }

    private static ScalarNode? Earlier(
        ScalarNode key, ImmutableArray<MappingEntry>.Builder entries, Dictionary<string, ScalarNode>? places)
    {
        if (places is not null)
        {
            return places.TryAdd(key.Value, key) ? null : places[key.Value];
        }

        foreach (var entry in entries)
        {
            if (entry.Key.Value == key.Value)
            {
                return entry.Key;
            }
        }

        return null;
    }
}
