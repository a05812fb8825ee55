namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>One of the two versions that a diff compares.</summary>
/// <param name="Label">Whose it is, for the header: <c>yours</c>.</param>
/// <param name="Content">Its bytes; null when there is no such file, or it is no regular file.</param>
internal sealed record DiffSide(string Label, ReadOnlyMemory<byte>? Content);
