using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>The files that a plan changes, and those among them that are the user's.</summary>
internal sealed class PlannedChanges
{
    private const UnixFileMode RosterMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly InstallPlan _plan;

    /// <summary>Makes them from a plan.</summary>
    /// <param name="plan">The plan, without conflicts.</param>
    /// <param name="written">What we last wrote.</param>
    /// <exception cref="InstallationException">A roster that is to be kept changed meanwhile.</exception>
    public PlannedChanges(InstallPlan plan, IReadOnlyDictionary<AbsolutePath, ManifestEntry> written)
    {
        _plan = plan;
        Changes = [.. Roster(plan.Roster), .. plan.Files.Where(file => file.Changes).Select(Change).OfType<FileChange>()];
        Displaced =
        [
            .. from change in Changes
               where change.Before.Kind == InstalledFileKind.File && !change.Before.Is(written.GetValueOrDefault(change.Path))
               select new ManifestEntry(change.Before.Mode, change.Before.Sha256, change.Path),
        ];
    }

    /// <summary>Each file that comes, changes or goes.</summary>
    public IReadOnlyList<FileChange> Changes { get; }

    /// <summary>The user's files that give way.</summary>
    public IReadOnlyList<ManifestEntry> Displaced { get; }

    /// <summary>Keeps the bytes of what is installed and of the user's files that give way.</summary>
    /// <param name="objects">Takes them.</param>
    /// <exception cref="InstallationException">They cannot be kept, or a file of the user changed meanwhile.</exception>
    public void KeepObjects(ObjectStore objects)
    {
        foreach (var file in _plan.Files)
        {
            // What was kept by another run is kept again where it was lost.
            if (file.Artifact is { } artifact && file.Manifest?.Sha256 == artifact.Sha256)
            {
                objects.Keep(artifact.Sha256, artifact.Content);
            }
        }

        foreach (var entry in Displaced)
        {
            objects.KeepDurably(entry.Sha256, ReadUnchanged(entry.Path, entry.Sha256));
        }
    }

    private static FileChange? Change(PlannedFile file) => file switch
    {
        { Decision: not FileDecision.Removed } => new FileChange(file.Path, file.Installed, file.Artifact!.Mode, file.Artifact.Content),
        { Installed.Kind: not InstalledFileKind.Absent } => new FileChange(file.Path, file.Installed, UnixFileMode.None, null),
        _ => null,
    };

    private static IEnumerable<FileChange> Roster(PlannedRoster? roster)
    {
        // A link to a roster elsewhere is kept as such when it gives way.
        if (roster is { KeptAs: { } kept, Installed.Kind: InstalledFileKind.File })
        {
            yield return new FileChange(kept, default, roster.Installed.Mode, ReadUnchanged(roster.Path, roster.Installed.Sha256));
        }

        if (roster is not null)
        {
            yield return new FileChange(roster.Path, roster.Installed, RosterMode, roster.Content);
        }
    }

    private static byte[] ReadUnchanged(AbsolutePath path, string sha256) =>
        InstalledFiles.ReadBytes(path) is { } content && InstalledFiles.Hash(content) == sha256
            ? content
            : throw InstallationErrors.ChangedMeanwhile(path.Value);
}
