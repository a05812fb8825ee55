namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>One line of the report.</summary>
/// <param name="Path">The file, in tilde form below the home directory.</param>
/// <param name="State">One word: <c>created</c>, <c>updated</c>, <c>unchanged</c>…</param>
/// <param name="Note">What the word leaves open; null for nothing.</param>
internal sealed record ReportedFile(string Path, string State, string? Note = null);
