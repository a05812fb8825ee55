using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Makes the entries of a mapping from what the parser gave in turn.</summary>
internal static class MappingEntries
{
    // Small mappings are searched from end to end; a table costs more than it saves.
    private const int SmallSize = 16;

    /// <summary>Pairs keys with their values.</summary>
    /// <param name="keysAndValues">A key, its value, the next key…</param>
    /// <param name="diagnostics">Takes what is wrong with the keys.</param>
    /// <returns>The entries in the order of the file, each key once.</returns>
    public static ImmutableArray<MappingEntry> Pair(ReadOnlySpan<SyntaxNode> keysAndValues, DiagnosticBag diagnostics)
    {
        var count = keysAndValues.Length / 2;
        var entries = ImmutableArray.CreateBuilder<MappingEntry>(count);
        var places = count > SmallSize ? new Dictionary<string, ScalarNode>(count, StringComparer.Ordinal) : null;
        for (var i = 0; i + 1 < keysAndValues.Length; i += 2)
        {
            if (keysAndValues[i] is not ScalarNode key)
            {
                diagnostics.Add(YamlDiagnostics.KeyIsNotText(keysAndValues[i].Span));
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
                entries.Add(new MappingEntry(key, keysAndValues[i + 1]));
            }
        }

        return entries.DrainToImmutable();
    }

    private static ScalarNode? Earlier(
        ScalarNode key, ImmutableArray<MappingEntry>.Builder entries, Dictionary<string, ScalarNode>? places)
    {
        if (places is not null)
        {
            return places.TryAdd(key.Value, key) ? null : places[key.Value];
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key.Value == key.Value)
            {
                return entries[i].Key;
            }
        }

        return null;
    }
}
