using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>A copy of a built-in template.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="IsWritten">False when it stood there already.</param>
internal sealed record ExportedFile(AbsolutePath File, bool IsWritten);
