using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>One of a few words.</summary>
/// <typeparam name="T">What a word stands for.</typeparam>
/// <param name="choices">The words, in the order in which messages name them. <c>true</c> and <c>false</c> are YAML's own, without quotes.</param>
internal sealed class ChoiceKind<T>(params ImmutableArray<Choice<T>> choices) : ScalarKind<T>
    where T : notnull
{
    /// <summary>The words.</summary>
    public ImmutableArray<Choice<T>> Choices => choices;

    /// <inheritdoc/>
    public override string Expectation => string.Join(", ", choices.SkipLast(1).Select(choice => $"`{choice.Word}`")) switch
    {
        "" => $"`{choices[0].Word}`",
        var allButLast => $"{allButLast} or `{choices[^1].Word}`",
    };

    /// <inheritdoc/>
    public override string Format(T value) => choices.First(choice => choice.Value.Equals(value)).Word;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["enum"] = new JsonArray([.. choices.Select(choice => choice.ToJson())]) };

    /// <inheritdoc/>
    public override JsonNode ToJson(T value) => choices.First(choice => choice.Value.Equals(value)).ToJson();

    /// <inheritdoc/>
    protected override bool Accepts(ScalarType type) => type is ScalarType.Text or ScalarType.Boolean;

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out T value)
    {
        foreach (var choice in choices)
        {
            if (choice.Type == scalar.Type && choice.Word == (scalar.Type == ScalarType.Boolean ? scalar.Value.ToLowerInvariant() : scalar.Value))
            {
                value = choice.Value;
                return true;
            }
        }

        context.Report(RosterDiagnostics.NotAllowed(scalar, Expectation, [.. choices.Select(choice => choice.Word)]));
        value = default;
        return false;
    }
}
