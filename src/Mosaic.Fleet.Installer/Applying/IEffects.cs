using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>
/// All that a run can do to the host. Nothing else in the tool changes files or runs programs that do. What the
/// operating system refuses is an <see cref="InstallationException"/> that names the file and what to do. No member
/// follows a symbolic link in the last component of a path.
/// </summary>
internal interface IEffects
{
    /// <summary>Makes one folder in a folder that is there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mode">Permission bits, whatever the umask.</param>
    void CreateFolder(AbsolutePath folder, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>Makes a symbolic link where nothing is.</summary>
    /// <param name="link">Where it is made.</param>
    /// <param name="target">Where it leads, as it is written into the link.</param>
    void CreateLink(AbsolutePath link, string target);

    /// <summary>Removes a folder; says false when it is not empty or not there.</summary>
    bool DeleteFolderIfEmpty(AbsolutePath folder);

    /// <summary>Writes a new file with its final permissions, whatever the umask.</summary>
    /// <param name="file">The file, which must not be there.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="mode">Permission bits.</param>
    /// <param name="isDurable">Whether to wait until the bytes are on the device (fsync).</param>
    void WriteFile(AbsolutePath file, ReadOnlyMemory<byte> content, UnixFileMode mode, bool isDurable = true);

    /// <summary>Appends to a file that is there, and waits until the bytes are on the device (fsync).</summary>
    void Append(AbsolutePath file, ReadOnlyMemory<byte> content);

    /// <summary>Renames a file over whatever file stands at <paramref name="target"/>, in one step.</summary>
    void Rename(AbsolutePath source, AbsolutePath target);

    /// <summary>Renames what stands at <paramref name="source"/>; false when it is not there or <paramref name="target"/> is taken.</summary>
    bool Move(AbsolutePath source, AbsolutePath target);

    /// <summary>Lets two paths change what stands at them, in one step; false when nothing stands at one of them.</summary>
    bool Exchange(AbsolutePath one, AbsolutePath other);

    /// <summary>Deletes a file; it need not be there.</summary>
    void DeleteFile(AbsolutePath file);

    /// <summary>Waits until the names in a folder are on the device (fsync).</summary>
    void SynchronizeFolder(AbsolutePath folder);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program, found on PATH or by its absolute path, and its arguments.</param>
    /// <param name="passOutput">Whether the user sees its output; else it is collected.</param>
    ProgramResult Run(IReadOnlyList<string> command, bool passOutput = false);
}
