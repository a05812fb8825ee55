using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Keeps a second run out while the first changes anything; the kernel frees it however the run ends.</summary>
internal sealed class InstallationLock : IDisposable
{
    private readonly FileStream stream;

    private InstallationLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock. .NET takes an exclusive flock(2) for <see cref="FileShare.None"/>.</summary>
    /// <exception cref="InstallationException">Another run holds it.</exception>
    public static InstallationLock Take(AbsolutePath file)
    {
        try
        {
            var stream = new FileStream(file.Value, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            stream.Flush();
            return new InstallationLock(stream);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw InstallationErrors.CannotWrite(file.Value, exception);
        }
        catch (IOException)
        {
            throw InstallationErrors.Locked(file.Value, Holder(file));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private static string Holder(AbsolutePath file)
    {
        // `FileShare.ReadWrite` asks for no lock of its own.
        using var reader = new StreamReader(new FileStream(file.Value, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return $"process {reader.ReadToEnd()}";
    }
}
