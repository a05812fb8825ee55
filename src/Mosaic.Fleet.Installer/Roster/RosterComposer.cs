using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Language;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>
/// Lays a roster over the profile that it extends, before either is understood: mappings key by key, agents by their
/// names. Every value keeps the place where it was written.
/// </summary>
/// <param name="bases">The profiles that there are; null for none.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class RosterComposer(IBaseRosters? bases, DiagnosticBag diagnostics)
{
    /// <summary>Reads a roster and all that it extends.</summary>
    /// <param name="source">The roster's text.</param>
    /// <returns>The composed roster; null when what was read says too little to go on.</returns>
    public SyntaxNode? Read(SourceText source) => Read(source, []);

    private SyntaxNode? Read(SourceText source, ImmutableArray<string> names)
    {
        var root = SyntaxTree.Read(source, diagnostics);
        if (root is not MappingNode own || Find(own, RosterKeys.Extends) is not ScalarNode { Type: ScalarType.Text } name)
        {
            return root;
        }

        return ReadBase(name, names) is MappingNode inherited ? Extend(inherited, own)
            : Find(own, RosterKeys.Agents) is null ? null
            : own;
    }

    private SyntaxNode? ReadBase(ScalarNode name, ImmutableArray<string> names)
    {
        if (names.Contains(name.Value))
        {
            diagnostics.Add(RosterDiagnostics.CircularExtension(name, [.. names.SkipWhile(earlier => earlier != name.Value), name.Value]));
            return null;
        }

        if (bases?.Find(name.Value) is not { } text)
        {
            diagnostics.Add(RosterDiagnostics.UnknownBase(name, bases?.Names ?? []));
            return null;
        }

        foreach (var diagnostic in text.Diagnostics)
        {
            diagnostics.Add(diagnostic);
        }

        return text.Source is { } source ? Read(source, names.Add(name.Value)) : null;
    }

    // Each file says its own version and what it extends itself.
    private static MappingNode Extend(MappingNode inherited, MappingNode own) => Merge(
        new MappingNode(inherited.Span, [.. inherited.Entries.Where(entry => entry.Key.Value != RosterKeys.Version.Name && entry.Key.Value != RosterKeys.Extends.Name)]),
        own,
        (key, from, to) => key == RosterKeys.Agents.Name && from is SequenceNode earlier && to is SequenceNode later ? MergeAgents(earlier, later) : MergeValues(key, from, to));

    private static MappingNode Merge(MappingNode inherited, MappingNode own, Func<string, SyntaxNode, SyntaxNode, SyntaxNode> merge)
    {
        var entries = new OrderedDictionary<string, MappingEntry>(StringComparer.Ordinal);
        foreach (var entry in inherited.Entries)
        {
            entries[entry.Key.Value] = entry;
        }

        foreach (var entry in own.Entries)
        {
            entries[entry.Key.Value] = entries.TryGetValue(entry.Key.Value, out var earlier)
                ? new MappingEntry(entry.Key, merge(entry.Key.Value, earlier.Value, entry.Value))
                : entry;
        }

        return new MappingNode(own.Span, [.. entries.Values]);
    }

    private static SyntaxNode MergeValues(string key, SyntaxNode inherited, SyntaxNode own) =>
        inherited is MappingNode from && own is MappingNode to ? Merge(from, to, MergeValues) : own;

    // An agent of a known name changes or removes that one, once; a second entry of the name is an agent of its own.
    private static SequenceNode MergeAgents(SequenceNode inherited, SequenceNode own)
    {
        // By name, and those that have none of their own by nothing that could be asked for.
        var agents = new OrderedDictionary<object, SyntaxNode>();
        foreach (var agent in inherited.Items)
        {
            if (NameOf(agent) is not { } name || !agents.TryAdd(name, agent))
            {
                agents.Add(new object(), agent);
            }
        }

        var unchanged = agents.Keys.OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var agent in own.Items)
        {
            if (NameOf(agent) is not { } name || !unchanged.Remove(name))
            {
                agents.Add(new object(), agent);
            }
            else if (Find((MappingNode)agent, AgentKeys.Remove) is ScalarNode { Type: ScalarType.Boolean, Value: ['t' or 'T', ..] })
            {
                agents.Remove(name);
            }
            else
            {
                agents[name] = MergeValues(name, agents[name], agent);
            }
        }

        return new SequenceNode(own.Span, [.. agents.Values]);
    }

    private static string? NameOf(SyntaxNode agent) =>
        agent is MappingNode mapping && Find(mapping, AgentKeys.Name) is ScalarNode name ? name.Value : null;

    private static SyntaxNode? Find(MappingNode mapping, KeyDefinition key)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Value == key.Name)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
