using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The system calls that .NET does not offer: it opens no folders, and locks whatever file it opens.</summary>
internal static partial class LinuxCalls
{
    // The values of every architecture that .NET runs on, <fcntl.h> and <sys/file.h>.
    private const int ReadOnly = 0;
    private const int ReadWriteCreate = 0x2 | 0x40;
    private const int CloseOnExecute = 0x80000;
    private const int ExclusiveWithoutWaiting = 2 | 4;
    private const int PrivateMode = 0x180; // 0600

    /// <summary>fsync(2) on a folder.</summary>
    /// <exception cref="IOException">The folder cannot be opened, or the device failed.</exception>
    public static void SynchronizeFolder(string path)
    {
        using var folder = OpenOrThrow(path, ReadOnly);
        if (Fsync(folder) < 0)
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

    private static IOException LastError(string path) =>
        new($"{Marshal.GetLastPInvokeErrorMessage()} : '{path}'", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
