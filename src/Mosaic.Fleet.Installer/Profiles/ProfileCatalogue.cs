using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>Every profile that can be named: those in folders of the user's, and those that are built in.</summary>
/// <param name="folders">Absolute paths; of two profiles of one name, the one in the earlier folder wins. They need not exist.</param>
/// <param name="read">Reads a file; null when there is none.</param>
internal sealed class ProfileCatalogue(ImmutableArray<string> folders, Func<string, byte[]?> read) : IBaseRosters
{
    private const string Extension = ".yaml";

    private ImmutableSortedDictionary<string, string?>? _files;

    /// <summary>The folders, and the profiles in them: when one changes, a roster may mean something else.</summary>
    public IEnumerable<string> Inputs => folders.Concat(Files.Values.OfType<string>());

    /// <summary>Each profile that can be named, with its file, which is null for a built-in one; in alphabetical order.</summary>
    /// <exception cref="InstallationException">A folder cannot be read.</exception>
    public ImmutableSortedDictionary<string, string?> Files => _files ??= FindFiles();

    /// <inheritdoc/>
    IReadOnlyCollection<string> IBaseRosters.Names => [.. Files.Keys];

    /// <summary>The profile that <c>--profile</c> names.</summary>
    /// <param name="nameOrFile">A profile's name; or a file, when it has a slash or ends in <c>.yaml</c>, <c>.yml</c> or <c>.json</c>.</param>
    /// <exception cref="InstallationException">There is no such profile, or its file cannot be read.</exception>
    public Profile Require(string nameOrFile) =>
        IsFile(nameOrFile)
            ? ReadFile(Path.GetFullPath(nameOrFile), Path.GetFullPath(nameOrFile))
                ?? throw new InstallationException(FailureKind.BadInput, [ProfileDiagnostics.NoSuchFile(nameOrFile)])
            : Find(nameOrFile)
                ?? throw new InstallationException(FailureKind.BadInput, [ProfileDiagnostics.UnknownProfile(nameOrFile, [.. Files.Keys])]);

    /// <inheritdoc/>
    DecodedText? IBaseRosters.Find(string name) =>
        Find(name) is { } profile ? SourceTextDecoder.Decode(profile.File ?? $"{name}{Extension}", profile.Content.AsSpan()) : null;

    private Profile? Find(string name) =>
        !Files.TryGetValue(name, out var file) ? null
        : file is null ? BuiltInProfiles.Require(name)
        : ReadFile(name, file);

    private Profile? ReadFile(string name, string file) => read(file) is { } content ? new Profile(name, [.. content], file) : null;

    private ImmutableSortedDictionary<string, string?> FindFiles()
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var file in folders.Where(Directory.Exists).SelectMany(FilesIn))
        {
            files.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        }

        foreach (var name in BuiltInProfiles.Names)
        {
            files.TryAdd(name, null);
        }

        return files.ToImmutable();
    }

    private static IEnumerable<string> FilesIn(string folder)
    {
        try
        {
            return new Matcher().AddInclude($"*{Extension}").GetResultsInFullPath(folder).Order(StringComparer.Ordinal).ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw InstallationErrors.CannotRead(folder, exception);
        }
    }

    private static bool IsFile(string text) =>
        text.Contains('/', StringComparison.Ordinal) || Path.GetExtension(text) is Extension or ".yml" or ".json";
}
