namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>A place in a text that a person wrote.</summary>
/// <param name="File">The file as the person named it, or <c>-</c> for standard input.</param>
/// <param name="Line">Line, counted from 1.</param>
/// <param name="Column">Column in characters, counted from 1.</param>
internal sealed record SourceLocation(string File, int Line, int Column)
{
    /// <summary>The form that editors jump to: <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
