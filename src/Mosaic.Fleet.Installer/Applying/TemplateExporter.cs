using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Copies built-in templates to a folder of the user's: all of them, or none.</summary>
/// <param name="effects">The host.</param>
internal sealed class TemplateExporter(IEffects effects)
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes the copies; one that is there already is left alone.</summary>
    /// <param name="paths">Paths of built-in templates.</param>
    /// <param name="folder">The folder below which they go.</param>
    /// <param name="force">Whether files that differ are replaced.</param>
    /// <exception cref="InstallationException">Files that differ are there (all are named), or it cannot write.</exception>
    public ImmutableArray<ExportedFile> Export(ImmutableArray<string> paths, AbsolutePath folder, bool force)
    {
        var copies = paths.Select(path => (File: folder / path, Content: BuiltInTemplates.Layer.ReadBytes(path), Present: Look(folder / path))).ToImmutableArray();
        var conflicts = copies.Where(copy => !force && copy.Present is { } present && !present.AsSpan().SequenceEqual(copy.Content)).ToImmutableArray();
        if (!conflicts.IsEmpty)
        {
            throw new InstallationException(FailureKind.Conflict, [.. conflicts.Select(copy => TemplateDiagnostics.WouldBeOverwritten(copy.File.Value))]);
        }

        var files = copies.Select(copy => new ExportedFile(copy.File, copy.Present is null || !copy.Present.AsSpan().SequenceEqual(copy.Content))).ToImmutableArray();
        Write([.. copies.Zip(files).Where(pair => pair.Second.IsWritten).Select(pair => (pair.First.File, pair.First.Content))]);
        return files;
    }

    // Beside their places first, so that a full device leaves nothing half done.
    private void Write(ImmutableArray<(AbsolutePath File, byte[] Content)> copies)
    {
        var folders = new OwnFolders(effects, own: []);
        var created = new List<AbsolutePath>();
        try
        {
            foreach (var (file, content) in copies)
            {
                created.AddRange(folders.Create(file.Parent));
                effects.DeleteFile(StagedFile.Beside(file));
                effects.WriteFile(StagedFile.Beside(file), content, Mode);
            }
        }
        catch (InstallationException)
        {
            foreach (var (file, _) in copies)
            {
                effects.DeleteFile(StagedFile.Beside(file));
            }

            folders.DeleteIfEmpty(created);
            throw;
        }

        foreach (var (file, _) in copies)
        {
            effects.Rename(StagedFile.Beside(file), file);
        }
    }

    // A link that leads nowhere stands there too, and has no bytes.
    private static byte[]? Look(AbsolutePath file) =>
        Directory.Exists(file.Value) ? throw InstallationErrors.CannotWrite(file.Value, new IOException("it is a folder"))
        : InstalledFiles.Observe(file).Kind == InstalledFileKind.Absent ? null
        : InstalledFiles.ReadBytes(file, SourceTextDecoder.MaximumBytes) ?? [];
}
