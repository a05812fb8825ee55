using System.Diagnostics.CodeAnalysis;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A kind that is a single value.</summary>
/// <typeparam name="T">What such a value is in the tool.</typeparam>
internal abstract class ScalarKind<T> : ValueKind<T>
    where T : notnull
{
    /// <inheritdoc/>
    public sealed override bool TryRead(SyntaxNode node, ReadingContext context, [MaybeNullWhen(false)] out T value)
    {
        if (node is ScalarNode scalar && Accepts(scalar.Type))
        {
            return TryReadScalar(scalar, context, out value);
        }

        ReportWrongType(node, context, node is ScalarNode other ? HintAboutQuotes(other) : null);
        value = default;
        return false;
    }

    /// <summary>Which types of YAML the kind takes; text unless a kind says otherwise.</summary>
    /// <param name="type">The type of a value in the file.</param>
    protected virtual bool Accepts(ScalarType type) => type == ScalarType.Text;

    /// <summary>Reads a value of an accepted type.</summary>
    /// <param name="scalar">The value in the file.</param>
    /// <param name="context">Takes what is wrong with it.</param>
    /// <param name="value">The value.</param>
    protected abstract bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out T value);

    // Whether quotes are missing, or too many, is found out by reading the value the other way.
    private string? HintAboutQuotes(ScalarNode scalar)
    {
        var other = new ScalarNode(scalar.Span, scalar.Value, !scalar.IsPlain);
        if (!Accepts(other.Type) || !TryReadScalar(other, new ReadingContext(new DiagnosticBag()), out _))
        {
            return null;
        }

        return scalar.IsPlain ? RosterDiagnostics.InQuotes(scalar.Value) : RosterDiagnostics.WithoutQuotes(scalar.Value);
    }
}
