using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>A file that both the user and the roster changed.</summary>
/// <param name="Path">The file.</param>
/// <param name="Diff">From the user's version to ours.</param>
internal sealed record FileConflict(AbsolutePath Path, FileDiff Diff);
