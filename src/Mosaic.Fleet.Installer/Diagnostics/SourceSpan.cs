namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>A piece of a text: small enough that every value which was read keeps its own.</summary>
/// <param name="Source">The text.</param>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Length in UTF-16 code units; 0 for a place between characters.</param>
internal readonly record struct SourceSpan(SourceText Source, int Start, int Length)
{
    /// <summary>The line and column of the first character.</summary>
    public SourceLocation Location => Source.LocationOf(Start);
}
