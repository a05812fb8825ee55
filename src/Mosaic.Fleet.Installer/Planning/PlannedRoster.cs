using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>A roster that is written from a profile.</summary>
/// <param name="Path">Its place.</param>
/// <param name="Installed">What stood there when it was decided.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="KeptAs">Where the user's edited roster is kept; null when there is none.</param>
internal sealed record PlannedRoster(AbsolutePath Path, InstalledFile Installed, ReadOnlyMemory<byte> Content, AbsolutePath? KeptAs);
