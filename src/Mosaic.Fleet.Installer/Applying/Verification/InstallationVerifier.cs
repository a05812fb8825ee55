using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Verification;

/// <summary>Compares the disk with the manifest. Reads each file once, follows no link, changes nothing.</summary>
/// <param name="layout">Where things belong.</param>
internal sealed class InstallationVerifier(FleetLayout layout)
{
    private readonly Dictionary<AbsolutePath, bool> _behindLink = [];

    /// <summary>Verifies all of it.</summary>
    /// <exception cref="InstallationException">A run is at work: what stands there may be half done.</exception>
    public InstallationStatus Verify()
    {
        if (InstallationState.RunAtWork(layout) is { } process)
        {
            throw InstallationErrors.Locked(layout.Lock.Value, process);
        }

        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        if (ReadManifest(problems) is not { } manifest)
        {
            problems.AddRange(InstallationState.FindProblems(layout, []));
            return new InstallationStatus(0, [], problems.ToImmutable());
        }

        problems.AddRange(InstallationState.FindProblems(layout, manifest.Keys));
        return new InstallationStatus(manifest.Count, [.. Compare(manifest)], problems.ToImmutable());
    }

    /// <summary>The files that differ from a manifest, sorted by path; then those that it does not know.</summary>
    public IEnumerable<FileStatus> Compare(ImmutableDictionary<AbsolutePath, ManifestEntry> manifest) =>
        manifest.Values.OrderBy(entry => entry.Path.Value, StringComparer.Ordinal).Select(Compare).Where(file => file.Differs)
            .Concat(new ExtraFiles(layout).Find(manifest.ContainsKey));

    private ImmutableDictionary<AbsolutePath, ManifestEntry>? ReadManifest(ImmutableArray<Diagnostic>.Builder problems)
    {
        try
        {
            if (File.Exists(layout.Manifest.Value))
            {
                return Manifest.Parse(InstalledFiles.ReadText(layout.Manifest), layout);
            }

            problems.Add(File.Exists(layout.InstallationRecord.Value)
                ? StateDiagnostics.ManifestIsMissing(layout.Manifest.Value)
                : StateDiagnostics.NothingInstalled(layout.StateFolder.Value));
            return ImmutableDictionary<AbsolutePath, ManifestEntry>.Empty;
        }
        catch (InstallationException failure)
        {
            problems.AddRange(failure.Diagnostics);
            return null;
        }
    }

    private FileStatus Compare(ManifestEntry entry)
    {
        if (IsBehindLink(entry.Path.Parent))
        {
            return new FileStatus(entry.Path, ContentStatus.Replaced, entry.Mode);
        }

        try
        {
            var found = InstalledFiles.Observe(entry.Path);
            return found.Kind switch
            {
                InstalledFileKind.Absent => new FileStatus(entry.Path, ContentStatus.Missing, entry.Mode),
                not InstalledFileKind.File => new FileStatus(entry.Path, ContentStatus.Replaced, entry.Mode),
                _ => new FileStatus(entry.Path, found.HasContent(entry.Sha256) ? ContentStatus.Same : ContentStatus.Modified, entry.Mode, found.Mode),
            };
        }
        catch (InstallationException)
        {
            return new FileStatus(entry.Path, ContentStatus.Unreadable, entry.Mode);
        }
    }

    // A user may keep ~/.config elsewhere; below our own folders a link is not our doing.
    private bool IsBehindLink(AbsolutePath folder)
    {
        if (!folder.IsBelow(layout.MosaicHome) && !folder.IsBelow(layout.UnitFolder))
        {
            return false;
        }

        if (!_behindLink.TryGetValue(folder, out var isLink))
        {
            isLink = IsBehindLink(folder.Parent) || new DirectoryInfo(folder.Value).LinkTarget is not null;
            _behindLink[folder] = isLink;
        }

        return isLink;
    }
}
