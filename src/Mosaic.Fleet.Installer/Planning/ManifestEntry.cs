using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>One file as we last wrote it.</summary>
/// <param name="Mode">Permission bits.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Path">Where it was written.</param>
internal sealed record ManifestEntry(UnixFileMode Mode, string Sha256, AbsolutePath Path);
