using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The folders that files need: which are missing, and which are left empty.</summary>
/// <param name="effects">The host.</param>
/// <param name="own">Folders of ours: below them no link is followed, and what is left empty is removed.</param>
internal sealed class OwnFolders(IEffects effects, IReadOnlyList<AbsolutePath> own)
{
    /// <summary>Finds the folders that are yet to be made.</summary>
    /// <param name="needed">The folders that files belong in.</param>
    /// <returns>Those that are not there and those above them, each before what lies in it.</returns>
    /// <exception cref="InstallationException">Something else stands in the place of one.</exception>
    public IReadOnlyList<AbsolutePath> FindMissing(IEnumerable<AbsolutePath> needed)
    {
        var missing = new List<AbsolutePath>();
        var known = new HashSet<AbsolutePath>();
        foreach (var folder in needed)
        {
            Visit(folder, known, missing);
        }

        return missing;
    }

    /// <summary>Makes a folder and those above it.</summary>
    /// <returns>The folders that were not there before, outermost first.</returns>
    /// <exception cref="InstallationException">It cannot be made; none is.</exception>
    public IReadOnlyList<AbsolutePath> Create(AbsolutePath folder)
    {
        var missing = FindMissing([folder]);
        try
        {
            foreach (var one in missing)
            {
                effects.CreateFolder(one);
            }
        }
        catch (InstallationException)
        {
            DeleteIfEmpty(missing);
            throw;
        }

        return missing;
    }

    /// <summary>Removes those that are empty.</summary>
    /// <param name="folders">Outermost first, as <see cref="FindMissing"/> gave them.</param>
    public void DeleteIfEmpty(IEnumerable<AbsolutePath> folders)
    {
        foreach (var folder in folders.Reverse())
        {
            effects.DeleteFolderIfEmpty(folder);
        }
    }

    /// <summary>Removes a folder that a file left, and those above it, as far as they are ours and empty.</summary>
    public void DeleteEmptyAbove(AbsolutePath file)
    {
        var folder = file.Parent;
        while (own.Any(one => folder == one || folder.IsBelow(one)) && effects.DeleteFolderIfEmpty(folder))
        {
            folder = folder.Parent;
        }
    }

    private void Visit(AbsolutePath folder, HashSet<AbsolutePath> known, List<AbsolutePath> missing)
    {
        if (!known.Add(folder))
        {
            return;
        }

        if (folder.Parent != folder)
        {
            Visit(folder.Parent, known, missing);
        }

        var info = new DirectoryInfo(folder.Value);
        if ((int)info.Attributes == -1)
        {
            missing.Add(folder);
        }
        else if ((info.Attributes & FileAttributes.ReparsePoint) != 0)
        {
            RefuseLink(info, folder);
        }
        else if ((info.Attributes & FileAttributes.Directory) == 0)
        {
            throw InstallationErrors.IsNotFolder(folder.Value, "a file");
        }
    }

    // A user may keep ~/.config elsewhere, behind a link; inside folders of ours a link is not our doing.
    private void RefuseLink(DirectoryInfo info, AbsolutePath folder)
    {
        if (own.Any(folder.IsBelow))
        {
            throw InstallationErrors.IsNotFolder(folder.Value, "a symbolic link");
        }

        if (!info.Exists)
        {
            throw InstallationErrors.IsNotFolder(folder.Value, "a symbolic link that leads nowhere");
        }
    }
}
