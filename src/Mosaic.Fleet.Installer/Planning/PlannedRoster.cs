using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>A roster that is written from a profile.</summary>
/// <param name="Path">Its place.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="KeptAs">Where the user's edited roster is moved first; null when there is none.</param>
internal sealed record PlannedRoster(AbsolutePath Path, ReadOnlyMemory<byte> Content, AbsolutePath? KeptAs);
