using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Verification;

/// <summary>
/// Finds files in the folders that the tool alone fills. The roster's folder, profiles, templates and
/// <c>*.local.env</c> are the user's, transports may be: they are never looked at.
/// </summary>
/// <param name="layout">Where things belong.</param>
internal sealed class ExtraFiles(FleetLayout layout)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>Every file of those folders that is not known, sorted by path; a folder that cannot be read is one too.</summary>
    /// <param name="isKnown">Whether the manifest lists a file.</param>
    public IEnumerable<FileStatus> Find(Func<AbsolutePath, bool> isKnown) =>
        FindAll().Where(file => !isKnown(file.Path) && !StagedFile.Is(file.Path) && file.Path.Parent != layout.TransportFolder).OrderBy(file => file.Path.Value, StringComparer.Ordinal);

    private IEnumerable<FileStatus> FindAll() =>
        layout.FoldersOfOurs.SelectMany(folder => Walk(new DirectoryInfo(folder.Value)))
            .Concat(List(new DirectoryInfo(layout.AgentFolder.Value)).Select(entry => Extra(entry)).Where(file => layout.AgentOf(file.Path) is not null))
            .Concat(List(new DirectoryInfo(layout.UnitFolder.Value)).OfType<DirectoryInfo>().Where(folder => UnitNames.IsAgentDropInFolder(folder.Name)).SelectMany(Walk));

    private static IEnumerable<FileStatus> Walk(DirectoryInfo folder)
    {
        if (folder.LinkTarget is not null)
        {
            return [];
        }

        try
        {
            return [.. List(folder).SelectMany(entry => entry is DirectoryInfo { LinkTarget: null } below ? Walk(below) : [Extra(entry)])];
        }
        catch (UnauthorizedAccessException)
        {
            return [new FileStatus(AbsolutePath.From(folder.FullName), ContentStatus.Unreadable)];
        }
    }

    private static IEnumerable<FileSystemInfo> List(DirectoryInfo folder) => folder.Exists ? folder.EnumerateFileSystemInfos("*", Everything) : [];

    private static FileStatus Extra(FileSystemInfo entry) => new(AbsolutePath.From(entry.FullName), ContentStatus.Extra);
}
