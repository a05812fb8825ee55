namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>Prints diffs for people.</summary>
internal static class DiffWriter
{
    private const string Reset = "\e[0m";

    /// <summary>Prints one diff; nothing when the versions are equal.</summary>
    /// <param name="diff">What to print.</param>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="colour">Whether the lines are coloured, by ECMA-48 sequences.</param>
    public static void Write(FileDiff diff, TextWriter writer, bool colour)
    {
        foreach (var line in diff.Lines)
        {
            writer.WriteLine(colour && Colour(line.Kind) is { } sequence ? $"{sequence}{line.Text}{Reset}" : line.Text);
        }
    }

    private static string? Colour(DiffLineKind kind) => kind switch
    {
        DiffLineKind.Header => "\e[1m",
        DiffLineKind.Hunk => "\e[36m",
        DiffLineKind.Removed => "\e[31m",
        DiffLineKind.Added => "\e[32m",
        _ => null,
    };
}
