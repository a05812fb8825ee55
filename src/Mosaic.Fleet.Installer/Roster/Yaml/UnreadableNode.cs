using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>Stands where a value could not be read, so that what was said about it is not said again.</summary>
/// <param name="span">Where the value stands.</param>
internal sealed class UnreadableNode(SourceSpan span) : SyntaxNode(span)
{
    /// <inheritdoc/>
    public override string Description => "an unreadable value";
}
