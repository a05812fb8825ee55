using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>
/// The three-way decision about one file: what we last wrote (the manifest), what stands there now, what the roster
/// asks for. Whoever changed it alone is right; when both did, it is a conflict. Permissions are part of a file, and
/// whatever is no regular file is the user's change. <c>tests/decisions.table</c> has every case.
/// </summary>
internal static class FileDecider
{
    /// <summary>Decides about a file that the roster asks for.</summary>
    /// <param name="artifact">What it shall be.</param>
    /// <param name="installed">What stands there.</param>
    /// <param name="written">What we last wrote there; null if nothing.</param>
    /// <param name="restore">Whether files that the user deleted come back.</param>
    /// <param name="answer">What the user said for the case of a conflict; null for nothing.</param>
    /// <exception cref="InstallationException">It is to be overwritten, and is a folder with something in it.</exception>
    public static PlannedFile Decide(Artifact artifact, InstalledFile installed, ManifestEntry? written, bool restore, ConflictAnswer? answer)
    {
        var wanted = new ManifestEntry(artifact.Mode, artifact.Sha256, artifact.Path);
        return installed switch
        {
            { Kind: InstalledFileKind.Absent } when written is not null && !restore => Plan(FileDecision.KeptDeleted, written),
            { Kind: InstalledFileKind.Absent } => Plan(FileDecision.Created, wanted),
            _ when installed.Is(wanted) => Plan(written is null ? FileDecision.Adopted : FileDecision.Unchanged, wanted),
            _ when installed.Is(written) && installed.HasContent(wanted.Sha256) => Plan(FileDecision.ModeChanged, wanted),
            _ when installed.Is(written) => Plan(FileDecision.Updated, wanted),
            _ when wanted == written => Plan(FileDecision.KeptEdited, written),
            _ when installed.HasContent(wanted.Sha256) => Plan(FileDecision.ModeChanged, wanted),
            // The manifest then has our version: the user's reads as edited, and is asked about when ours changes again.
            _ when answer is ConflictAnswer.Keep or ConflictAnswer.Sidecar => Plan(FileDecision.KeptOnRequest, wanted),
            { Kind: InstalledFileKind.Folder } when answer is ConflictAnswer.Overwrite => throw InstallationErrors.FolderIsInTheWay(artifact.Path.Value),
            _ when answer is ConflictAnswer.Overwrite => Plan(FileDecision.Overwritten, wanted),
            _ => Plan(FileDecision.Conflict, written),
        };

        PlannedFile Plan(FileDecision decision, ManifestEntry? entry) => new(artifact.Path, decision, installed, artifact, entry);
    }

    /// <summary>Decides about a file that we wrote and that the roster asks for no more.</summary>
    public static PlannedFile DecideRemoval(ManifestEntry written, InstalledFile installed) => installed switch
    {
        { Kind: InstalledFileKind.Absent } => new(written.Path, FileDecision.Forgotten, installed, null, null),
        _ when installed.Is(written) => new(written.Path, FileDecision.Removed, installed, null, null),
        _ => new(written.Path, FileDecision.LeftBehind, installed, null, written),
    };
}
