using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>A paragraph of a command's help, with the list below it.</summary>
/// <param name="Text">The paragraph on one line; empty for a list that stands alone.</param>
/// <param name="Items">The list; empty for a paragraph that stands alone.</param>
internal sealed record HelpBlock(string Text, ImmutableArray<HelpItem> Items);
