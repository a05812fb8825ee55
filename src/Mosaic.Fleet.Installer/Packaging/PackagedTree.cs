using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Packaging;

/// <summary>A whole fleet as it lies on other hosts; the same for the same roster and templates, wherever and whenever it is made.</summary>
/// <param name="Files">The files, sorted by path.</param>
/// <param name="Links">What makes the fleet start at boot; none where units are left out.</param>
/// <param name="FolderMode">Permission bits of every folder.</param>
internal sealed record PackagedTree(ImmutableArray<PackagedFile> Files, ImmutableArray<PackagedLink> Links, UnixFileMode FolderMode)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode ReadByAll = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ExecuteByAll = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Lays out the files of a fleet.</summary>
    /// <param name="artifacts">Every file, the roster too.</param>
    /// <param name="layout">The folders that they were rendered for, from <see cref="FleetLayout.Elsewhere"/>.</param>
    public static PackagedTree Of(IEnumerable<Artifact> artifacts, FleetLayout layout)
    {
        // What serves every user has to be read by every user, and can hold no secret of one.
        var isShared = !layout.MosaicHome.IsBelow(layout.Home);
        var files = artifacts
            .Select(artifact => PackagedFile.Of(Relative(artifact.Path), artifact, isShared ? artifact.Mode | ReadByAll : artifact.Mode))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        var target = Relative(layout.UnitFolder / UnitNames.FleetTarget);
        return new PackagedTree(
            files,
            files.Any(file => file.Path == target) ? [new PackagedLink(Relative(layout.EnablementLink), $"../{UnitNames.FleetTarget}")] : [],
            isShared ? OwnerOnly | ReadByAll | ExecuteByAll : OwnerOnly);

        string Relative(AbsolutePath path) => path.IsBelow(layout.Home) ? path.RelativeTo(layout.Home) : path.Value[1..];
    }
}
