using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Uninstalling;

/// <summary>A file or folder that an uninstallation leaves.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Why">Why it stays.</param>
internal sealed record KeptFile(AbsolutePath Path, string Why);
