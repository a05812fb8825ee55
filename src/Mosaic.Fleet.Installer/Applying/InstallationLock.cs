using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Keeps a second run out while the first changes anything; the kernel frees it however the run ends.</summary>
internal sealed class InstallationLock : IDisposable
{
    private readonly FileStream _file;
    private readonly Action _remove;

    private InstallationLock(FileStream file, Action remove)
    {
        _file = file;
        _remove = remove;
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The lock file; it says the holder's process number.</param>
    /// <param name="remove">Removes the file; called while the lock is still held.</param>
    /// <exception cref="InstallationException">Another run holds it, or the file cannot be written.</exception>
    public static InstallationLock Take(AbsolutePath path, Action remove)
    {
        var ourselves = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        try
        {
            if (new FileInfo(path.Value).LinkTarget is not null)
            {
                // What it leads to is not ours to empty.
                throw InstallationErrors.LockIsLink(path.Value);
            }

            while (true)
            {
                var file = LinuxCalls.OpenLocked(path.Value)
                    ?? throw InstallationErrors.Locked(path.Value, LinuxCalls.ReadLocked(path.Value));
                try
                {
                    file.SetLength(0);
                    file.Write(System.Text.Encoding.ASCII.GetBytes(ourselves));
                }
                catch (IOException)
                {
                    // On a full disk the file can be made, and takes no byte.
                    remove();
                    file.Dispose();
                    throw;
                }

                // The holder before us may have removed the file between our opening and our locking of it.
                if (File.Exists(path.Value) && LinuxCalls.ReadLocked(path.Value) == ourselves)
                {
                    return new InstallationLock(file, remove);
                }

                file.Dispose();
            }
        }
        catch (IOException exception)
        {
            throw LinuxCalls.IsRefusal(exception) ? InstallationErrors.CannotWrite(path.Value, exception) : InstallationErrors.WriteFailed(path.Value, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _remove();
        _file.Dispose();
    }
}
