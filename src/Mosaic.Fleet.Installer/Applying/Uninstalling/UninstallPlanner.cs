using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Applying.Verification;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Uninstalling;

/// <summary>Finds out what an uninstallation takes away and what it leaves. Reads the manifest and never the roster.</summary>
/// <param name="layout">Where things belong.</param>
/// <param name="purge">Whether the user's own files of the fleet go, too.</param>
internal sealed class UninstallPlanner(FleetLayout layout, bool purge)
{
    private const string Edited = "edited by you";

    /// <summary>Makes the plan.</summary>
    /// <exception cref="InstallationException">The manifest or a file cannot be read.</exception>
    public UninstallPlan Plan()
    {
        AbsolutePath[] marks = [layout.Manifest, layout.InstallationRecord, layout.MadeFolders, layout.Generations, layout.Journal];
        if (!marks.Any(mark => Path.Exists(mark.Value)) && !IsLeftEmpty(layout.StateFolder))
        {
            return new UninstallPlan { IsInstalled = false };
        }

        var manifest = Manifest.Parse(InstalledFiles.ReadText(layout.Manifest), layout);
        var record = InstalledFiles.ReadRecord(layout);
        var differences = new InstallationVerifier(layout).Compare(manifest).ToDictionary(file => file.Path);
        var own = OwnFiles(record, manifest).ToList();
        var goes = manifest.Keys.Where(path => purge || !differences.TryGetValue(path, out var file) || file.Content == ContentStatus.Missing)
            .Concat(purge ? differences.Keys : [])
            .Concat(purge ? own.Select(file => file.Path).Where(path => path.IsBelow(layout.MosaicHome)) : [])
            .Where(path => !IsBehindLink(differences, path))
            .Distinct().OrderBy(path => path.Value, StringComparer.Ordinal).Select(path => (Path: path, Found: InstalledFiles.Observe(path))).ToList();
        var (goingState, keptState) = StateEntries();
        return new UninstallPlan
        {
            Files =
            [
                .. goes.Where(file => file.Found.Kind == InstalledFileKind.File).Select(file => Deletion(file.Path)),
                // The manifest goes with the files that it lists, or stays with them.
                .. new[] { layout.Manifest, layout.InstallationRecord, layout.Fingerprint }.Where(file => File.Exists(file.Value)).Select(Deletion),
            ],
            Links = [.. goes.Select(file => file.Path).Where(IsLink)],
            State = goingState,
            Folders = MadeFolders(manifest.Keys),
            Kept =
            [
                .. differences.Values.Where(file => file.Content != ContentStatus.Missing && (!purge || IsFolder(file.Path)) && !StandsIn(own, file.Path))
                    .Select(file => new KeptFile(file.Path, file.Content == ContentStatus.Extra ? "not ours" : Edited)),
                .. own.Where(file => !purge || !file.Path.IsBelow(layout.MosaicHome)),
                .. Folder(layout.ProfileFolder, "your profiles"),
                .. Folder(layout.TemplateFolder, "your templates"),
                .. keptState,
            ],
            LeavesLinger = record.EnabledLinger,
        };
    }

    private static FileChange Deletion(AbsolutePath path) => new(path, InstalledFiles.Observe(path), UnixFileMode.None, null);

    // As an uninstallation leaves it that was killed in its last moment.
    private bool IsLeftEmpty(AbsolutePath folder) =>
        Directory.Exists(folder.Value) && Directory.GetFileSystemEntries(folder.Value).All(entry => entry == layout.Lock.Value);

    private static bool IsLink(AbsolutePath path) => new FileInfo(path.Value).LinkTarget is not null;

    private static bool IsFolder(AbsolutePath path) => !IsLink(path) && Directory.Exists(path.Value);

    private static bool StandsIn(List<KeptFile> files, AbsolutePath path) => files.Exists(file => file.Path == path);

    // A folder of ours that became a link leads to files that are not ours.
    private static bool IsBehindLink(Dictionary<AbsolutePath, FileStatus> differences, AbsolutePath path) =>
        differences.TryGetValue(path, out var file) && file.Content == ContentStatus.Replaced && !IsLink(path);

    private static IEnumerable<KeptFile> Folder(AbsolutePath folder, string why) => Directory.Exists(folder.Value) ? [new KeptFile(folder, why)] : [];

    private IEnumerable<KeptFile> OwnFiles(InstallationRecord record, ImmutableDictionary<AbsolutePath, ManifestEntry> manifest)
    {
        var roster = record.PlaceOfRoster(layout);
        if (Path.Exists(roster.Value))
        {
            yield return new KeptFile(roster, "your roster");
        }

        foreach (var old in Files(layout.DefaultRoster.Parent, $"{layout.DefaultRoster.Name}.old*"))
        {
            yield return new KeptFile(old, "an earlier roster of yours");
        }

        foreach (var local in Files(layout.AgentFolder, "*.local.env"))
        {
            yield return new KeptFile(local, "an agent's secrets, yours");
        }

        foreach (var transport in Files(layout.TransportFolder, "*").Where(file => !manifest.ContainsKey(file)))
        {
            yield return new KeptFile(transport, "a transport of yours");
        }
    }

    // What agents wrote and were sent is the user's; all else is of the installation.
    private (ImmutableArray<AbsolutePath> Going, ImmutableArray<KeptFile> Kept) StateEntries()
    {
        string[] ours = ["generations", "objects", "run", layout.ReloadPending.Name, layout.MadeFolders.Name];
        AbsolutePath[] others = [layout.Manifest, layout.InstallationRecord, layout.Fingerprint, layout.Lock, layout.Journal];
        var entries = Directory.Exists(layout.StateFolder.Value)
            ? Directory.GetFileSystemEntries(layout.StateFolder.Value).Select(AbsolutePath.From).Except(others).ToList()
            : [];
        bool Goes(AbsolutePath entry) => purge || ours.Contains(entry.Name) || StagedFile.Is(entry);
        return ([.. entries.Where(Goes)], [.. entries.Where(entry => !Goes(entry)).Select(entry => new KeptFile(entry, "messages and logs of your agents"))]);
    }

    private ImmutableArray<AbsolutePath> MadeFolders(IEnumerable<AbsolutePath> files)
    {
        var recorded = InstalledFiles.ReadText(layout.MadeFolders).Split('\n').Where(Path.IsPathRooted).Select(AbsolutePath.From).ToList();
        // Where nobody noted it, or the note was lost with a run that was killed, the folders that can be nobody else's.
        var known = recorded.Count > 0 ? recorded : files.Select(file => file.Parent).Where(folder => folder.IsBelow(layout.MosaicHome));
        return [.. known.Concat([layout.StateFolder.Parent, layout.StateFolder]).Distinct().OrderBy(folder => folder.Value, StringComparer.Ordinal)];
    }

    private static IEnumerable<AbsolutePath> Files(AbsolutePath folder, string pattern) =>
        Directory.Exists(folder.Value) ? Directory.GetFiles(folder.Value, pattern).Order(StringComparer.Ordinal).Select(AbsolutePath.From) : [];
}
