using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>A new file that waits beside its target until it is renamed over it: <c>.NAME.mosaic-staged</c>.</summary>
internal static class StagedFile
{
    private const string Suffix = ".mosaic-staged";

    /// <summary>Where the new version of a file waits.</summary>
    public static AbsolutePath Beside(AbsolutePath target) => target.Parent / $".{target.Name}{Suffix}";

    /// <summary>Whether a path is that of a staged file.</summary>
    public static bool Is(AbsolutePath path) => path.Name.StartsWith('.') && path.Name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The staged files that lie beside files of ours and in the tool's own folders.</summary>
    /// <param name="layout">Where things belong.</param>
    /// <param name="installed">The files of ours.</param>
    public static IEnumerable<AbsolutePath> FindAll(FleetLayout layout, IEnumerable<AbsolutePath> installed) =>
        installed.Select(file => file.Parent)
            .Concat([layout.StateFolder, layout.DefaultRoster.Parent])
            .Distinct()
            .Where(folder => Directory.Exists(folder.Value))
            .SelectMany(ListIn);

    private static AbsolutePath[] ListIn(AbsolutePath folder)
    {
        try
        {
            return [.. Directory.GetFiles(folder.Value, $".*{Suffix}", new EnumerationOptions { AttributesToSkip = 0 }).Select(AbsolutePath.From)];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
