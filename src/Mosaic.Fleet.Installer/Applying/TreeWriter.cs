using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Packaging;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>
/// Writes a tree into a folder of its own. The file <c>.mosaic-tree</c> there lists what it holds, as lines of
/// <c>mode sha256 path</c> like those of the manifest, <c>link</c> in place of a link's mode: whatever else is found there is someone's own.
/// </summary>
/// <param name="effects">The host.</param>
/// <param name="output">The folder.</param>
internal sealed class TreeWriter(IEffects effects, AbsolutePath output)
{
    private const string ListName = ".mosaic-tree";
    private const UnixFileMode ListMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly OwnFolders _folders = new(effects, [output]);

    /// <summary>Writes the tree, in the place of an earlier one.</summary>
    /// <exception cref="InstallationException">The folder holds something else, or it cannot write.</exception>
    public void Write(PackagedTree tree)
    {
        var earlier = Require();
        ImmutableArray<string> list = [.. tree.Files.Select(Line).Concat(tree.Links.Select(Line)).OrderBy(line => line.Split(' ', 3)[2], StringComparer.Ordinal)];
        _folders.Create(output);

        // Killed before it is done, the next run still knows both trees for its own.
        WriteList(earlier.Union(list));
        foreach (var path in earlier.Except(list).Select(line => output / line.Split(' ', 3)[2]))
        {
            effects.DeleteFile(path);
            _folders.DeleteEmptyAbove(path);
        }

        foreach (var folder in _folders.FindMissing(tree.Files.Select(file => file.Path).Concat(tree.Links.Select(link => link.Path)).Select(path => (output / path).Parent)))
        {
            effects.CreateFolder(folder, tree.FolderMode);
        }

        foreach (var file in tree.Files.Where(file => !earlier.Contains(Line(file)) || InstalledFiles.Observe(output / file.Path).Kind == Planning.InstalledFileKind.Absent))
        {
            effects.DeleteFile(output / file.Path);
            effects.WriteFile(output / file.Path, file.Content, file.Mode, isDurable: false);
        }

        foreach (var link in tree.Links.Where(link => InstalledFiles.Observe(output / link.Path).Kind == Planning.InstalledFileKind.Absent))
        {
            effects.CreateLink(output / link.Path, link.Target);
        }

        WriteList(list);
    }

    // The lines of the list; all that is in the folder is as one of them says.
    private ImmutableHashSet<string> Require()
    {
        if (!Directory.Exists(output.Value))
        {
            return [];
        }

        var listed = InstalledFiles.ReadText(output / ListName).Split('\n').Where(line => line.Split(' ', 3).Length == 3).ToImmutableHashSet();
        var found = Directory.EnumerateFileSystemEntries(output.Value, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.From);
        return found.FirstOrDefault(path => !IsKnown(path, listed)) is { } foreign
            ? throw InstallationErrors.TreeIsForeign(output.Value, foreign.RelativeTo(output))
            : listed;
    }

    private bool IsKnown(AbsolutePath path, ImmutableHashSet<string> listed)
    {
        var name = path.RelativeTo(output);
        if (new FileInfo(path.Value).LinkTarget is { } target)
        {
            return listed.Contains(Line(new PackagedLink(name, target)));
        }

        var state = InstalledFiles.Observe(path);
        return name == ListName || path == StagedFile.Beside(output / ListName) || (state.Kind switch
        {
            Planning.InstalledFileKind.File => listed.Contains(Line(name, state.Mode, state.Sha256)),
            Planning.InstalledFileKind.EmptyFolder or Planning.InstalledFileKind.Folder => listed.Any(line => line.Split(' ', 3)[2].StartsWith($"{name}/", StringComparison.Ordinal)),
            _ => false,
        });
    }

    private void WriteList(IEnumerable<string> lines)
    {
        var staged = StagedFile.Beside(output / ListName);
        effects.DeleteFile(staged);
        effects.WriteFile(staged, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))), ListMode, isDurable: false);
        effects.Rename(staged, output / ListName);
    }

    private static string Line(PackagedFile file) => Line(file.Path, file.Mode, file.Sha256);

    private static string Line(PackagedLink link) => $"link {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Target)))} {link.Path}";

    private static string Line(string path, UnixFileMode mode, string sha256) => $"{Convert.ToString((int)mode, toBase: 8).PadLeft(4, '0')} {sha256} {path}";
}
