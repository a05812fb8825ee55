using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A kind of value that keys of the roster take: how it is read, and how messages speak of it.</summary>
/// <typeparam name="T">What such a value is in the tool.</typeparam>
internal abstract class ValueKind<T>
    where T : notnull
{
    /// <summary>What a person is to write, as <c>a duration such as `5s`</c>.</summary>
    public abstract string Expectation { get; }

    /// <summary>Reads a value.</summary>
    /// <param name="node">The value in the file.</param>
    /// <param name="context">Takes what is wrong with it.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when the value is wrong; a diagnostic says why.</returns>
    public abstract bool TryRead(SyntaxNode node, ReadingContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>The value as a person would write it.</summary>
    /// <param name="value">A value of this kind.</param>
    public abstract string Format(T value);

    /// <summary>The kind as a JSON Schema (2020-12): what an editor checks and completes.</summary>
    public abstract JsonObject ToSchema();

    /// <summary>The value as JSON; text unless a kind says otherwise.</summary>
    /// <param name="value">A value of this kind.</param>
    public virtual JsonNode ToJson(T value) => Format(value);

    /// <summary>Says that the node is something else than this kind.</summary>
    /// <param name="node">The value in the file.</param>
    /// <param name="context">Takes the diagnostic.</param>
    /// <param name="hint">How such a value is written; null when nothing helps.</param>
    protected void ReportWrongType(SyntaxNode node, ReadingContext context, string? hint = null)
    {
        if (node is not UnreadableNode)
        {
            context.Report(RosterDiagnostics.WrongType(node, Expectation, hint));
        }
    }
}
