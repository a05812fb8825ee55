using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The system calls that .NET does not offer: it opens no folders, and locks whatever file it opens.</summary>
internal static partial class LinuxCalls
{
    // The values of every architecture that .NET runs on, <fcntl.h> and <sys/file.h>.
    private const int ReadOnly = 0;
    private const int ReadWriteCreate = 0x2 | 0x40;
    private const int NonBlocking = 0x800;
    private const int CloseOnExecute = 0x80000;
    private const int ExclusiveWithoutWaiting = 2 | 4;
    private const int PrivateMode = 0x180; // 0600

    // <linux/fs.h>, <fcntl.h> and <errno.h>
    private const uint NoReplace = 1; // RENAME_NOREPLACE
    private const uint ExchangeNames = 2; // RENAME_EXCHANGE
    private const int CurrentFolder = -100; // AT_FDCWD
    private const int NotPermitted = 1; // EPERM
    private const int NotThere = 2; // ENOENT
    private const int AccessDenied = 13; // EACCES
    private const int IsThere = 17; // EEXIST
    private const int InvalidArgument = 22; // EINVAL
    private const int ReadOnlyFileSystem = 30; // EROFS
    private const int NotImplemented = 38; // ENOSYS

    /// <summary>fsync(2) on a folder.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or the device failed.</exception>
    public static void SynchronizeFolder(string path)
    {
        using var folder = OpenOrThrow(path, ReadOnly);
        Synchronize(folder, path);
    }

    /// <summary>fsync(2); unlike <see cref="FileStream.Flush(bool)"/> it never hides that the device failed.</summary>
    /// <exception cref="IOException">The device failed, or is full.</exception>
    public static void Synchronize(SafeFileHandle file, string path)
    {
        if (Fsync(file) < 0)
        {
            throw LastError(path);
        }
    }

    /// <summary>Opens a file for reading and writing, mode 0600 when it is new, and locks it with flock(2).</summary>
    /// <returns>The locked file; null when another process holds the lock.</returns>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static FileStream? OpenLocked(string path)
    {
        var file = OpenStream(path, ReadWriteCreate, FileAccess.ReadWrite);
        if (Flock(file.SafeFileHandle, ExclusiveWithoutWaiting) == 0)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <summary>Reads a small text file that another process may have locked.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static string ReadLocked(string path)
    {
        using var reader = new StreamReader(OpenStream(path, ReadOnly, FileAccess.Read));
        return reader.ReadToEnd();
    }

    /// <summary>Whether an error says that we may not, rather than that something failed.</summary>
    public static bool IsRefusal(IOException error) => error.HResult is NotPermitted or AccessDenied or ReadOnlyFileSystem;

    /// <summary>renameat2(2) with RENAME_NOREPLACE.</summary>
    /// <returns>False when nothing is at <paramref name="source"/> or something is at <paramref name="target"/>.</returns>
    /// <exception cref="IOException">It failed.</exception>
    public static bool Move(string source, string target) =>
        Result(RenameAt2(CurrentFolder, source, CurrentFolder, target, NoReplace), target)
        ?? ((int)new FileInfo(target).Attributes == -1 && Result(Rename(source, target), target) == true);

    /// <summary>renameat2(2) with RENAME_EXCHANGE.</summary>
    /// <returns>False when nothing is at one of the paths; null when the file system cannot do it.</returns>
    /// <exception cref="IOException">It failed.</exception>
    public static bool? Exchange(string one, string other) =>
        Result(RenameAt2(CurrentFolder, one, CurrentFolder, other, ExchangeNames), other);

    /// <summary>Opens whatever has the name, and waits for nobody to write to it, as a pipe would.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FileStream OpenWithoutWaiting(string path) => OpenStream(path, ReadOnly | NonBlocking, FileAccess.Read);

    /// <summary>Whether a path is that of a regular file, by statx(2) and following no link: to .NET a socket or a pipe is one too.</summary>
    public static bool IsRegularFile(string path)
    {
        const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
        const uint TypeAndMode = 3; // STATX_TYPE | STATX_MODE
        const int ModeOffset = 28; // of stx_mode in struct statx, the same on every architecture
        const int Type = 0xF000, RegularFile = 0x8000; // S_IFMT, S_IFREG
        Span<byte> status = stackalloc byte[256];
        return StatX(CurrentFolder, path, NoFollow, TypeAndMode, status) == 0
            && (BitConverter.ToUInt16(status[ModeOffset..]) & Type) == RegularFile;
    }

    /// <summary>geteuid(2).</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial uint EffectiveUserId();

#pragma warning disable CA2000 // The stream owns the handle.
    private static FileStream OpenStream(string path, int flags, FileAccess access) =>
        new(OpenOrThrow(path, flags), access, bufferSize: 0);
#pragma warning restore CA2000

    private static SafeFileHandle OpenOrThrow(string path, int flags)
    {
        var handle = Open(path, flags | CloseOnExecute, PrivateMode);
        return handle.IsInvalid ? throw LastError(path) : handle;
    }

    // Null: the flags are the file system's to support, and NFS and some others do not.
    private static bool? Result(int result, string path) => result == 0 ? true : Marshal.GetLastPInvokeError() switch
    {
        NotThere or IsThere => false,
        InvalidArgument or NotImplemented => null,
        _ => throw LastError(path),
    };

    private static IOException LastError(string path) =>
        new($"{Marshal.GetLastPInvokeErrorMessage()} : '{path}'", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int sourceFolder, string source, int targetFolder, string target, uint flags);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(string source, string target);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
