using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The effects on a real host.</summary>
internal sealed class LinuxEffects : IEffects
{
    private static readonly TimeSpan ProgramLimit = TimeSpan.FromSeconds(90);

    /// <inheritdoc/>
    public void CreateFolder(AbsolutePath folder, UnixFileMode mode) => At(folder, () =>
    {
        Directory.CreateDirectory(folder.Value, mode);
        File.SetUnixFileMode(folder.Value, mode);
        return true;
    });

    /// <inheritdoc/>
    public void CreateLink(AbsolutePath link, string target) => At(link, () =>
    {
        File.CreateSymbolicLink(link.Value, target);
        return true;
    });

    /// <inheritdoc/>
    public bool DeleteFolderIfEmpty(AbsolutePath folder) => At(folder, () =>
    {
        // A link to an empty folder is somebody's, and no folder.
        var info = new DirectoryInfo(folder.Value);
        if (!info.Exists || info.LinkTarget is not null || info.EnumerateFileSystemInfos().Any())
        {
            return false;
        }

        Directory.Delete(folder.Value);
        return true;
    });

    /// <inheritdoc/>
    public void WriteFile(AbsolutePath file, ReadOnlyMemory<byte> content, UnixFileMode mode, bool isDurable) => At(file, () =>
    {
        // CreateNew is O_EXCL: it follows no link that stands there. The umask may take bits away, hence the second mode.
        using var stream = new FileStream(file.Value, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        File.SetUnixFileMode(stream.SafeFileHandle, mode);
        stream.Write(content.Span);
        if (isDurable)
        {
            LinuxCalls.Synchronize(stream.SafeFileHandle, file.Value);
        }

        return true;
    });

    /// <inheritdoc/>
    public void Append(AbsolutePath file, ReadOnlyMemory<byte> content) => At(file, () =>
    {
        using var stream = new FileStream(file.Value, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Write(content.Span);
        LinuxCalls.Synchronize(stream.SafeFileHandle, file.Value);
        return true;
    });

    /// <inheritdoc/>
    public void Rename(AbsolutePath source, AbsolutePath target) => At(target, () =>
    {
        File.Move(source.Value, target.Value, overwrite: true);
        return true;
    });

    /// <inheritdoc/>
    public bool Move(AbsolutePath source, AbsolutePath target) => At(target, () => LinuxCalls.Move(source.Value, target.Value));

    /// <inheritdoc/>
    public bool Exchange(AbsolutePath one, AbsolutePath other) => At(other, () =>
        LinuxCalls.Exchange(one.Value, other.Value)
        ?? (Move(other, StagedFile.WhileExchanged(other)) && Move(one, other) && Move(StagedFile.WhileExchanged(other), one)));

    /// <inheritdoc/>
    public void DeleteFile(AbsolutePath file) => At(file, () =>
    {
        try
        {
            File.Delete(file.Value);
        }
        catch (DirectoryNotFoundException)
        {
            // Then the file is not there either.
        }

        return true;
    });

    /// <inheritdoc/>
    public void SynchronizeFolder(AbsolutePath folder) => At(folder, () =>
    {
        LinuxCalls.SynchronizeFolder(folder.Value);
        return true;
    });

    /// <inheritdoc/>
    public ProgramResult Run(IReadOnlyList<string> command, bool passOutput) =>
        passOutput ? Programs.Show(command) : Programs.Collect(command, ProgramLimit);

    private static bool At(AbsolutePath path, Func<bool> effect)
    {
        try
        {
            return effect();
        }
        catch (UnauthorizedAccessException exception)
        {
            throw InstallationErrors.CannotWrite(StagedFile.Target(path).Value, exception);
        }
        catch (IOException exception)
        {
            var file = StagedFile.Target(path).Value;
            throw LinuxCalls.IsRefusal(exception) ? InstallationErrors.CannotWrite(file, exception) : InstallationErrors.WriteFailed(file, exception);
        }
    }
}
