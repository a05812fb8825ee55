using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A mapping with the keys of a list.</summary>
/// <param name="noun">What the mapping describes, for messages: <c>an agent</c>.</param>
/// <param name="keys">The keys, each with its own name.</param>
internal sealed class MappingKind(string noun, params ImmutableArray<KeyDefinition> keys) : ValueKind<MappingValue>
{
    private readonly ImmutableArray<string> _required = [.. keys.Where(key => key.IsRequired).Select(key => key.Name)];

    /// <summary>The keys.</summary>
    public ImmutableArray<KeyDefinition> Keys => keys;

    /// <inheritdoc/>
    public override string Expectation => $"a mapping with the keys of {noun}";

    /// <inheritdoc/>
    public override string Format(MappingValue value) => $"({value.Settings.Length} keys)";

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)key.ToSchema()))),
        ["required"] = new JsonArray([.. _required.Select(key => (JsonNode)key)]),
        ["additionalProperties"] = false,
    };

    /// <inheritdoc/>
    public override bool TryRead(SyntaxNode node, ReadingContext context, [MaybeNullWhen(false)] out MappingValue value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            ReportWrongType(node, context, "write `KEY: VALUE`");
            return false;
        }

        if (!context.MayWalk(mapping.Span, mapping.Entries.Length))
        {
            return false;
        }

        var settings = ImmutableArray.CreateBuilder<ISetting>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (context.IsFull)
            {
                break;
            }

            if (Find(entry.Key.Value) is not { } key)
            {
                context.Report(RosterDiagnostics.UnknownKey(entry.Key, noun, [.. keys.Select(known => known.Name)]));
            }
            else if (key.Read(entry, context) is { } setting)
            {
                settings.Add(setting);
            }
        }

        ReportMissingKeys(mapping, context);
        value = new MappingValue(settings.DrainToImmutable());
        return true;
    }

    private KeyDefinition? Find(string name)
    {
        foreach (var key in keys)
        {
            if (key.Name == name)
            {
                return key;
            }
        }

        return null;
    }

    private void ReportMissingKeys(MappingNode mapping, ReadingContext context)
    {
        foreach (var key in _required)
        {
            if (!mapping.Entries.Any(entry => entry.Key.Value == key))
            {
                context.Report(RosterDiagnostics.MissingKey(mapping.Span, noun, key));
            }
        }
    }
}
