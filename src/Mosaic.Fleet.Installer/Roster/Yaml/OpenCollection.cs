using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>A mapping or list whose end was not read yet.</summary>
/// <param name="span">Where it begins.</param>
/// <param name="anchor">Its anchor's name; null when it has none.</param>
internal abstract class OpenCollection(SourceSpan span, string? anchor)
{
    /// <summary>Where it begins.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Its anchor's name; null when it has none.</summary>
    public string? Anchor { get; } = anchor;

    /// <summary>Takes the next value in it.</summary>
    /// <param name="node">A finished value; in a mapping every other one is a key.</param>
    public abstract void Add(SyntaxNode node);

    /// <summary>Ends it.</summary>
    /// <param name="diagnostics">Takes what is wrong with its keys.</param>
    public abstract SyntaxNode Close(DiagnosticBag diagnostics);
}
