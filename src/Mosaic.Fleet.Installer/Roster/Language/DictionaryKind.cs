using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A mapping whose keys are the user's own, as <c>env</c> and <c>runtimes</c>.</summary>
/// <typeparam name="T">What a value is in the tool.</typeparam>
/// <param name="noun">What the mapping describes, for messages: <c>variables</c>.</param>
/// <param name="key">The rule for its keys.</param>
/// <param name="item">The kind of its values.</param>
internal sealed class DictionaryKind<T>(string noun, ScalarKind<string> key, ValueKind<T> item) : ValueKind<ImmutableArray<Setting<T>>>
    where T : notnull
{
    /// <summary>The rule for the keys.</summary>
    public ScalarKind<string> Key => key;

    /// <summary>The kind of the values.</summary>
    public ValueKind<T> Item => item;

    /// <inheritdoc/>
    public override string Expectation => $"a mapping of {noun}";

    /// <inheritdoc/>
    public override string Format(ImmutableArray<Setting<T>> value) =>
        string.Join(", ", value.Select(setting => $"{setting.Key}: {item.Format(setting.Value)}"));

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = key.ToSchema(),
        ["additionalProperties"] = item.ToSchema(),
    };

    /// <inheritdoc/>
    public override bool TryRead(
        SyntaxNode node, ReadingContext context, [MaybeNullWhen(false)] out ImmutableArray<Setting<T>> value)
    {
        value = default;
        if (node is not MappingNode mapping)
        {
            ReportWrongType(node, context, "write `KEY: VALUE`");
            return false;
        }

        if (!context.MayWalk(mapping.Span, mapping.Entries.Length))
        {
            return false;
        }

        var settings = ImmutableArray.CreateBuilder<Setting<T>>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            // A key is text whatever it looks like, as in JSON; both are read, so that both are reported.
            var isKey = key.TryRead(new ScalarNode(entry.Key.Span, entry.Key.Value, isPlain: false), context, out var name);
            if (item.TryRead(entry.Value, context, out var read) && isKey)
            {
                settings.Add(new Setting<T>(name!, read, entry.Value.Span));
            }
        }

        value = settings.DrainToImmutable();
        return true;
    }
}
