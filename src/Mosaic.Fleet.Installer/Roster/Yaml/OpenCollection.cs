using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>A mapping or list whose end was not read yet.</summary>
/// <param name="Span">Where it begins.</param>
/// <param name="Anchor">Its anchor's name; null when it has none.</param>
/// <param name="IsMapping">Whether it is a mapping; a list otherwise.</param>
/// <param name="FirstValue">Index of its first value among the finished ones; in a mapping every other one is a key.</param>
internal sealed record OpenCollection(SourceSpan Span, string? Anchor, bool IsMapping, int FirstValue);
