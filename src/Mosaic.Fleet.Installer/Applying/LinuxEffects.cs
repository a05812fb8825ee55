using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The effects on a real host.</summary>
internal sealed class LinuxEffects : IEffects
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan ProgramLimit = TimeSpan.FromSeconds(90);

    /// <inheritdoc/>
    public void CreateFolder(AbsolutePath folder)
    {
        Directory.CreateDirectory(folder.Value, FolderMode);
        File.SetUnixFileMode(folder.Value, FolderMode);
    }

    /// <inheritdoc/>
    public bool DeleteFolderIfEmpty(AbsolutePath folder)
    {
        if (!Directory.Exists(folder.Value) || Directory.EnumerateFileSystemEntries(folder.Value).Any())
        {
            return false;
        }

        Directory.Delete(folder.Value);
        return true;
    }

    /// <inheritdoc/>
    public void WriteFile(AbsolutePath file, ReadOnlyMemory<byte> content, UnixFileMode mode)
    {
        // CreateNew is O_EXCL: it follows no link that stands there. The umask may take bits away, hence the second mode.
        using var handle = new FileStream(file.Value, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        handle.Write(content.Span);
        File.SetUnixFileMode(handle.SafeFileHandle, mode);
        handle.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Rename(AbsolutePath source, AbsolutePath target) => File.Move(source.Value, target.Value, overwrite: true);

    /// <inheritdoc/>
    public void SetMode(AbsolutePath file, UnixFileMode mode) => File.SetUnixFileMode(file.Value, mode);

    /// <inheritdoc/>
    public void DeleteFile(AbsolutePath file) => File.Delete(file.Value);

    /// <inheritdoc/>
    public void SynchronizeFolder(AbsolutePath folder) => LinuxCalls.SynchronizeFolder(folder.Value);

    /// <inheritdoc/>
    public ProgramResult Run(IReadOnlyList<string> command, bool passOutput) =>
        passOutput ? Programs.Show(command) : Programs.Collect(command, ProgramLimit);
}
