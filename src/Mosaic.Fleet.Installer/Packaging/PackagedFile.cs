using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Packaging;

/// <summary>One file of a fleet for other hosts.</summary>
/// <param name="Path">Its place, relative and with slashes: to a home directory, or to the root where all users share the fleet.</param>
/// <param name="Mode">Permission bits.</param>
/// <param name="Content">The whole content.</param>
/// <param name="Sha256">Of the content, 64 lower-case hexadecimal digits.</param>
internal sealed record PackagedFile(string Path, UnixFileMode Mode, ReadOnlyMemory<byte> Content, string Sha256)
{
    /// <summary>Makes one of an artifact.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="artifact">The artifact.</param>
    /// <param name="mode">Permission bits.</param>
    public static PackagedFile Of(string path, Artifact artifact, UnixFileMode mode) => new(path, mode, artifact.Content, artifact.Sha256);
}
