namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What stands at an artifact's place now.</summary>
/// <param name="Kind">Whether it is a regular file.</param>
/// <param name="Mode">Permission bits of a regular file.</param>
/// <param name="Sha256">Of a regular file, 64 lower-case hexadecimal digits; empty of anything else, and of a file that cannot be read.</param>
internal readonly record struct InstalledFile(InstalledFileKind Kind, UnixFileMode Mode = UnixFileMode.None, string Sha256 = "")
{
    /// <summary>Whether it is exactly what the manifest says that we wrote.</summary>
    public bool Is(ManifestEntry? entry) =>
        entry is not null && Kind == InstalledFileKind.File && Mode == entry.Mode && Sha256 == entry.Sha256;

    /// <summary>Whether it has these bytes, whatever its permissions.</summary>
    public bool HasContent(string sha256) => Kind == InstalledFileKind.File && Sha256 == sha256;
}
