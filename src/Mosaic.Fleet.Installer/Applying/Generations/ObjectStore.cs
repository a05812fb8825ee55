using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Generations;

/// <summary>The bytes of files that the tool wrote or displaced, each in a file that its SHA-256 names.</summary>
/// <param name="effects">The host.</param>
/// <param name="folder">Where they lie.</param>
internal sealed class ObjectStore(IEffects effects, AbsolutePath folder)
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The bytes of an object.</summary>
    /// <param name="sha256">Its name, 64 lower-case hexadecimal digits.</param>
    /// <returns>The bytes; null when they are not there, or not what their name says.</returns>
    /// <exception cref="InstallationException">They cannot be read.</exception>
    public byte[]? Read(string sha256) =>
        InstalledFiles.ReadBytes(folder / sha256) is { } content && InstalledFiles.Hash(content) == sha256 ? content : null;

    /// <summary>Keeps what the tool writes. It is not waited for: a lost object costs a diff or a way back, never a file.</summary>
    /// <exception cref="InstallationException">It cannot be written.</exception>
    public void Keep(string sha256, ReadOnlyMemory<byte> content)
    {
        // A run that was killed may have left a part of it.
        var file = folder / sha256;
        var present = new FileInfo(file.Value);
        if (present.Exists && present.Length == content.Length)
        {
            return;
        }

        effects.DeleteFile(file);
        effects.WriteFile(file, content, Mode, isDurable: false);
    }

    /// <summary>Keeps what the user wrote: on the device before this returns.</summary>
    /// <exception cref="InstallationException">It cannot be written.</exception>
    public void KeepDurably(string sha256, ReadOnlyMemory<byte> content)
    {
        var file = folder / sha256;
        var staged = StagedFile.Beside(file);
        effects.DeleteFile(staged);
        effects.WriteFile(staged, content, Mode);
        effects.Rename(staged, file);
        effects.SynchronizeFolder(folder);
    }

    /// <summary>Deletes what nobody refers to.</summary>
    /// <param name="referenced">The names that are still needed.</param>
    public void DeleteAllBut(IReadOnlySet<string> referenced)
    {
        if (!Directory.Exists(folder.Value))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(folder.Value).Select(AbsolutePath.From).Where(file => !referenced.Contains(file.Name)))
        {
            effects.DeleteFile(file);
        }
    }
}
