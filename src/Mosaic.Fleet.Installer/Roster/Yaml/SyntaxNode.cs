using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>One value of a YAML file and where it stands.</summary>
/// <param name="span">The value's text; of a mapping or sequence in block style only the place where it begins.</param>
internal abstract class SyntaxNode(SourceSpan span)
{
    /// <summary>Where the value stands.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What the value is, for messages: <c>text</c>, <c>a number</c>, <c>a mapping</c>…</summary>
    public abstract string Description { get; }
}
