using System.Security.Cryptography;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Reads what is installed; changes nothing and follows no link.</summary>
internal static class InstalledFiles
{
    private const int LongestShown = 2 * 1024 * 1024;
    private const UnixFileMode PermissionBits = (UnixFileMode)0xFFF;

    /// <summary>Looks at one file: its kind, permissions and hash.</summary>
    /// <exception cref="InstallationException">It is there and cannot be read.</exception>
    public static InstalledFile Observe(AbsolutePath path)
    {
        var info = new FileInfo(path.Value);
        if ((int)info.Attributes == -1)
        {
            return new InstalledFile(InstalledFileKind.Absent);
        }

        if ((info.Attributes & FileAttributes.ReparsePoint) != 0)
        {
            return new InstalledFile(InstalledFileKind.Link);
        }

        if ((info.Attributes & FileAttributes.Directory) != 0)
        {
            return new InstalledFile(IsEmpty(path) ? InstalledFileKind.EmptyFolder : InstalledFileKind.Folder);
        }

        // Reading a pipe would wait for its writer.
        return LinuxCalls.IsRegularFile(path.Value)
            ? new InstalledFile(InstalledFileKind.File, info.UnixFileMode & PermissionBits, Hash(path))
            : new InstalledFile(InstalledFileKind.Other);
    }

    /// <summary>Looks at a file that was read earlier in this run.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">The bytes that were read; null if there was none.</param>
    /// <exception cref="InstallationException">It has other bytes now.</exception>
    public static InstalledFile ObserveUnchanged(AbsolutePath path, byte[]? content)
    {
        var state = Observe(path);
        var isSame = content is null ? state.Kind == InstalledFileKind.Absent
            : state.Kind == InstalledFileKind.File ? state.HasContent(Hash(content))
            : state.Kind != InstalledFileKind.Absent; // Read through a link.
        return isSame ? state : throw InstallationErrors.ChangedMeanwhile(path.Value);
    }

    /// <summary>The bytes of a file; null when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">The most bytes to read: one more than this is returned of a longer file, and no more.</param>
    /// <exception cref="InstallationException">It is a directory or cannot be read.</exception>
    public static byte[]? ReadBytes(AbsolutePath path, int limit = int.MaxValue - 1)
    {
        if (Directory.Exists(path.Value))
        {
            throw InstallationErrors.IsDirectory(path.Value);
        }

        try
        {
            using var stream = new FileStream(path.Value, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return ReadBytes(stream, limit);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw InstallationErrors.CannotRead(path.Value, exception);
        }
    }

    /// <summary>The bytes of a regular file, to be shown; null when it is none or cannot be read. Of a long file, enough to see that it is.</summary>
    public static byte[]? ReadSmall(AbsolutePath path)
    {
        try
        {
            return Observe(path).Kind == InstalledFileKind.File ? ReadBytes(path, LongestShown) : null;
        }
        catch (InstallationException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="limit">The most bytes to read: one more than this is returned of a longer one, and no more.</param>
    public static byte[] ReadBytes(Stream stream, int limit)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int count; content.Length <= limit && (count = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, (int)Math.Min(count, limit + 1L - content.Length));
        }

        return content.ToArray();
    }

    /// <summary>The text of one of our own state files; empty when there is none.</summary>
    /// <exception cref="InstallationException">It is a directory or cannot be read.</exception>
    public static string ReadText(AbsolutePath path) =>
        ReadBytes(path) is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes) : string.Empty;

    /// <summary>The choices that earlier runs recorded.</summary>
    /// <exception cref="InstallationException">They cannot be read.</exception>
    public static InstallationRecord ReadRecord(FleetLayout layout) => InstallationRecord.Parse(ReadText(layout.InstallationRecord));

    /// <summary>A name that is not taken: <c>roster.yaml.old</c>, <c>roster.yaml.old2</c>…</summary>
    public static AbsolutePath FreeNameBeside(AbsolutePath path) =>
        Enumerable.Range(1, int.MaxValue)
            .Select(number => path.Parent / $"{path.Name}.old{(number == 1 ? "" : number)}")
            .First(candidate => Observe(candidate).Kind == InstalledFileKind.Absent);

    /// <summary>SHA-256 of some bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsEmpty(AbsolutePath folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder.Value).Any();
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string Hash(AbsolutePath path)
    {
        try
        {
            using var stream = new FileStream(path.Value, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (UnauthorizedAccessException)
        {
            // The user took the right to read it away: that is a change of theirs.
            return string.Empty;
        }
        catch (IOException exception)
        {
            throw InstallationErrors.CannotRead(path.Value, exception);
        }
    }
}
