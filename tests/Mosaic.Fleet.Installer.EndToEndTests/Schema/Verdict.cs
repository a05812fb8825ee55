namespace Mosaic.Fleet.Installer.EndToEndTests.Schema;

/// <summary>What <c>tests/schema/validate.mjs</c> says of a roster.</summary>
/// <param name="File">The roster.</param>
/// <param name="Kind"><c>valid</c>, <c>invalid</c> against the schema, or <c>unreadable</c> as YAML.</param>
/// <param name="Reason">Why; null of a valid one.</param>
internal sealed record Verdict(string File, string Kind, string? Reason);
