using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>
/// Puts a set of files in place: all of them are written beside their targets first, and only when the last is on the
/// device is the first renamed. Failing before that, it takes everything back.
/// </summary>
/// <param name="effects">The host.</param>
/// <param name="ownFolders">Folders of ours: below them no link is followed.</param>
internal sealed class FileWriter(IEffects effects, IReadOnlyList<AbsolutePath> ownFolders)
{
    private const int ReadOnlyFileSystem = 30; // EROFS, errno(3)

    private readonly List<(AbsolutePath Staged, AbsolutePath Target)> _staged = [];
    private readonly List<AbsolutePath> _createdFolders = [];
    private readonly HashSet<AbsolutePath> _knownFolders = [];

    /// <summary>Writes a file beside its target, with its final permissions.</summary>
    /// <exception cref="InstallationException">It cannot be written; what was staged is gone again.</exception>
    public void Stage(AbsolutePath target, ReadOnlyMemory<byte> content, UnixFileMode mode)
    {
        var beside = StagedFile.Beside(target);
        Try(target, () =>
        {
            EnsureFolder(target.Parent);
            effects.DeleteFile(beside);
            _staged.Add((beside, target));
            effects.WriteFile(beside, content, mode);
        });
    }

    /// <summary>Renames what was staged over its targets.</summary>
    /// <exception cref="InstallationException">A rename failed; what was not renamed is gone again.</exception>
    public void Commit()
    {
        var folders = _staged.Select(file => file.Target.Parent).Distinct().ToArray();
        while (_staged is [var (source, target), ..])
        {
            Try(target, () => effects.Rename(source, target));
            _staged.RemoveAt(0);
        }

        foreach (var folder in folders.Concat(_createdFolders.Select(created => created.Parent)).Distinct())
        {
            Try(folder, () => effects.SynchronizeFolder(folder));
        }

        _createdFolders.Clear();
    }

    /// <summary>Makes a folder and those above it.</summary>
    /// <returns>The folders that were not there before, outermost first.</returns>
    /// <exception cref="InstallationException">It cannot be made.</exception>
    public IReadOnlyList<AbsolutePath> CreateFolder(AbsolutePath folder)
    {
        Try(folder, () => EnsureFolder(folder));
        var created = _createdFolders.ToArray();
        _createdFolders.Clear();
        return created;
    }

    /// <summary>Deletes a file of ours, and the folders of ours that it leaves empty.</summary>
    /// <exception cref="InstallationException">It cannot be deleted.</exception>
    public void Delete(AbsolutePath file) => Try(file, () =>
    {
        effects.DeleteFile(file);
        var folder = file.Parent;
        while (ownFolders.Any(own => folder == own || folder.IsBelow(own)) && effects.DeleteFolderIfEmpty(folder))
        {
            folder = folder.Parent;
        }
    });

    /// <summary>Sets the permissions of a file of ours.</summary>
    /// <exception cref="InstallationException">They cannot be set.</exception>
    public void SetMode(AbsolutePath file, UnixFileMode mode) => Try(file, () => effects.SetMode(file, mode));

    private void EnsureFolder(AbsolutePath folder)
    {
        if (!_knownFolders.Add(folder))
        {
            return;
        }

        var info = new DirectoryInfo(folder.Value);
        if ((info.Attributes & FileAttributes.ReparsePoint) != 0 && (int)info.Attributes != -1)
        {
            RefuseLink(info, folder);
        }
        else if ((int)info.Attributes == -1)
        {
            EnsureFolder(folder.Parent);
            effects.CreateFolder(folder);
            _createdFolders.Add(folder);
        }
        else if ((info.Attributes & FileAttributes.Directory) == 0)
        {
            throw InstallationErrors.IsNotFolder(folder.Value, "a file");
        }

        if (folder.Parent != folder)
        {
            EnsureFolder(folder.Parent);
        }
    }

    // A user may keep ~/.config elsewhere, behind a link; inside folders of ours a link is not our doing.
    private void RefuseLink(DirectoryInfo info, AbsolutePath folder)
    {
        if (ownFolders.Any(folder.IsBelow))
        {
            throw InstallationErrors.IsNotFolder(folder.Value, "a symbolic link");
        }

        if (!info.Exists)
        {
            throw InstallationErrors.IsNotFolder(folder.Value, "a symbolic link that leads nowhere");
        }
    }

    private void Try(AbsolutePath path, Action effect)
    {
        try
        {
            effect();
        }
        catch (InstallationException)
        {
            TakeBack();
            throw;
        }
        catch (UnauthorizedAccessException exception)
        {
            TakeBack();
            throw InstallationErrors.CannotWrite(path.Value, exception);
        }
        catch (IOException exception)
        {
            TakeBack();
            throw exception.HResult == ReadOnlyFileSystem
                ? InstallationErrors.CannotWrite(path.Value, exception)
                : InstallationErrors.WriteFailed(path.Value, exception);
        }
    }

    private void TakeBack()
    {
        foreach (var (source, _) in _staged)
        {
            effects.DeleteFile(source);
        }

        _staged.Clear();
        foreach (var folder in _createdFolders.AsEnumerable().Reverse())
        {
            effects.DeleteFolderIfEmpty(folder);
        }

        _createdFolders.Clear();
    }
}
