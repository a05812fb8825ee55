using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A list of values of one kind.</summary>
/// <typeparam name="T">What an item is in the tool.</typeparam>
/// <param name="noun">What is listed, for messages: <c>agents</c>.</param>
/// <param name="item">The kind of its items.</param>
internal sealed class ListKind<T>(string noun, ValueKind<T> item) : ValueKind<ImmutableArray<T>>
    where T : notnull
{
    /// <summary>The kind of the items.</summary>
    public ValueKind<T> Item => item;

    /// <summary>Whether a list with nothing in it says something.</summary>
    public bool AllowsEmpty { get; init; }

    /// <inheritdoc/>
    public override string Expectation => $"a list of {noun}";

    /// <inheritdoc/>
    public override string Format(ImmutableArray<T> value) => string.Join(", ", value.Select(item.Format));

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "array", ["items"] = item.ToSchema(), ["minItems"] = AllowsEmpty ? 0 : 1 };

    /// <inheritdoc/>
    public override bool TryRead(SyntaxNode node, ReadingContext context, [MaybeNullWhen(false)] out ImmutableArray<T> value)
    {
        value = default;
        if (node is not SequenceNode sequence)
        {
            ReportWrongType(node, context, node is MappingNode ? "begin each item with `- `" : null);
            return false;
        }

        if (sequence.Items.IsEmpty && !AllowsEmpty)
        {
            context.Report(RosterDiagnostics.EmptyList(sequence.Span, noun));
            return false;
        }

        if (!context.MayWalk(sequence.Span, sequence.Items.Length))
        {
            return false;
        }

        var items = ImmutableArray.CreateBuilder<T>(sequence.Items.Length);
        foreach (var child in sequence.Items)
        {
            if (item.TryRead(child, context, out var read))
            {
                items.Add(read);
            }
        }

        value = items.DrainToImmutable();
        return true;
    }
}
