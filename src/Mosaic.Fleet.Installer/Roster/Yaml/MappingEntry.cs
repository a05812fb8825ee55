namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; of an alias, the value that its anchor marks, where that stands.</param>
internal sealed record MappingEntry(ScalarNode Key, SyntaxNode Value);
