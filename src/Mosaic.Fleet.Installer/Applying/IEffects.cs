using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>
/// All that a run can do to the host. Nothing else in the tool changes files or runs programs that do.
/// Failures are <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal interface IEffects
{
    /// <summary>Makes one folder, mode 0700, in a folder that is there.</summary>
    void CreateFolder(AbsolutePath folder);

    /// <summary>Removes a folder; says false when it is not empty or not there.</summary>
    bool DeleteFolderIfEmpty(AbsolutePath folder);

    /// <summary>Writes a new file with its final permissions and waits until its bytes are on the device (fsync).</summary>
    void WriteFile(AbsolutePath file, ReadOnlyMemory<byte> content, UnixFileMode mode);

    /// <summary>Renames a file over whatever file stands at <paramref name="target"/>, in one step.</summary>
    void Rename(AbsolutePath source, AbsolutePath target);

    /// <summary>Sets the permissions of a regular file.</summary>
    void SetMode(AbsolutePath file, UnixFileMode mode);

    /// <summary>Deletes a file; it need not be there.</summary>
    void DeleteFile(AbsolutePath file);

    /// <summary>Waits until the names in a folder are on the device (fsync).</summary>
    void SynchronizeFolder(AbsolutePath folder);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program, found on PATH or by its absolute path, and its arguments.</param>
    /// <param name="passOutput">Whether the user sees its output; else it is collected.</param>
    ProgramResult Run(IReadOnlyList<string> command, bool passOutput = false);
}
