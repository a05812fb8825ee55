using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>How one file differs from a generation.</summary>
/// <param name="Path">The file.</param>
/// <param name="Written">The permissions that the generation gave it; null when it had no such file.</param>
/// <param name="Found">The permissions that it has; null when it is not there, or is no regular file.</param>
/// <param name="Diff">How the bytes differ; without lines when they do not.</param>
internal sealed record GenerationChange(AbsolutePath Path, UnixFileMode? Written, UnixFileMode? Found, FileDiff Diff);
