using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Compares what stands on the disk with what a plan makes of it.</summary>
/// <param name="layout">Where things belong.</param>
/// <param name="read">The bytes of a regular file that stands there; null when it cannot be read.</param>
internal sealed class PlanDiffs(FleetLayout layout, Func<AbsolutePath, byte[]?> read)
{
    /// <summary>What every file loses and gains that is written, overwritten or deleted.</summary>
    public ImmutableArray<FileDiff> OfChanges(InstallPlan plan) =>
        [.. plan.Files.Where(file => file.IsWritten || file.Decision == FileDecision.Removed).Select(file => Of(file, "installed", file.Artifact is null ? "removed" : "new"))];

    /// <summary>What tells the user's version of each conflicting file from ours.</summary>
    public ImmutableArray<FileConflict> OfConflicts(InstallPlan plan) =>
        [.. plan.Files.Where(file => file.Decision == FileDecision.Conflict).Select(file => new FileConflict(file.Path, Of(file, "yours", "ours: what the roster asks for")))];

    private FileDiff Of(PlannedFile file, string before, string after)
    {
        var present = file.Installed.Kind == InstalledFileKind.File ? read(file.Path) : null;
        return FileDiff.Between(
            layout.TildeForm(file.Path),
            new DiffSide($"{before}{What(file.Installed, present)}", present is null ? (ReadOnlyMemory<byte>?)null : present),
            new DiffSide(after, file.Artifact?.Content));
    }

    private static string What(InstalledFile installed, byte[]? present) => installed.Kind switch
    {
        InstalledFileKind.Absent => ": none",
        InstalledFileKind.File => present is null ? ": cannot be read" : "",
        InstalledFileKind.Link => ": a symbolic link",
        InstalledFileKind.EmptyFolder or InstalledFileKind.Folder => ": a folder",
        _ => ": neither file nor folder",
    };
}
