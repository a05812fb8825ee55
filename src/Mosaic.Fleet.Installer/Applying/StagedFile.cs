using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>
/// What waits beside its target while a run is at work, as <c>.NAME.mosaic-staged</c>: the new version until it is in
/// place, then the version that gave way.
/// </summary>
internal static class StagedFile
{
    private const string Suffix = ".mosaic-staged";

    /// <summary>Where it waits.</summary>
    public static AbsolutePath Beside(AbsolutePath target) => target.Parent / $".{target.Name}{Suffix}";

    /// <summary>Where a target waits for an instant on file systems that cannot exchange two names at once.</summary>
    public static AbsolutePath WhileExchanged(AbsolutePath target) => target.Parent / $".{target.Name}.old{Suffix}";

    /// <summary>Whether a path is that of a staged file.</summary>
    public static bool Is(AbsolutePath path) => path.Name.StartsWith('.') && path.Name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The file that a person knows: the target of a staged file, or the path itself.</summary>
    public static AbsolutePath Target(AbsolutePath path) => Is(path) ? path.Parent / path.Name[1..^Suffix.Length] : path;

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
