using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Applying.Verification;

/// <summary>How an installation compares with its manifest.</summary>
/// <param name="FileCount">How many files the manifest lists.</param>
/// <param name="Differences">The files that differ, sorted by path; then those that the manifest does not know.</param>
/// <param name="Problems">What is wrong with the tool's own state: an interrupted run, a manifest that is missing.</param>
internal sealed record InstallationStatus(int FileCount, ImmutableArray<FileStatus> Differences, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Whether all is as it was written.</summary>
    public bool IsClean => Differences.IsEmpty && Problems.IsEmpty;
}
