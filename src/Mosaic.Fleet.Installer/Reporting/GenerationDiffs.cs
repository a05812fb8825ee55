using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Compares a generation with what stands on the disk.</summary>
/// <param name="layout">Where things belong.</param>
/// <param name="objects">The bytes of generations.</param>
internal sealed class GenerationDiffs(FleetLayout layout, ObjectStore objects)
{
    /// <summary>Every file that differs, sorted by path; a file that a later generation added is one.</summary>
    /// <exception cref="InstallationException">A file or the manifest cannot be read.</exception>
    public ImmutableArray<GenerationChange> Compare(Generation generation)
    {
        var manifest = Manifest.Parse(InstalledFiles.ReadText(layout.Manifest), layout);
        return
        [
            .. generation.Manifest.Keys.Union(manifest.Keys).OrderBy(path => path.Value, StringComparer.Ordinal)
                .Select(path => Compare(path, generation.Manifest.GetValueOrDefault(path), generation.Number))
                .OfType<GenerationChange>(),
        ];
    }

    private GenerationChange? Compare(AbsolutePath path, ManifestEntry? written, int number)
    {
        var found = InstalledFiles.Observe(path);
        if (written is null ? found.Kind == InstalledFileKind.Absent : found.Is(written))
        {
            return null;
        }

        var isFile = found.Kind == InstalledFileKind.File;
        return new GenerationChange(path, written?.Mode, isFile ? found.Mode : null, Diff(path, written, found, $"generation {number}"));
    }

    private FileDiff Diff(AbsolutePath path, ManifestEntry? written, InstalledFile found, string label)
    {
        var name = layout.TildeForm(path);
        if (written is not null && found.HasContent(written.Sha256))
        {
            return new FileDiff(name, []);
        }

        byte[]? before = written is null ? null : objects.Read(written.Sha256);
        byte[]? after = found.Kind == InstalledFileKind.File ? InstalledFiles.ReadBytes(path) : null;
        return written is not null && before is null
            ? new FileDiff(name, [new DiffLine(DiffLineKind.Note, $"\\ {name}: the bytes of {label} are not kept any more")])
            : FileDiff.Between(name, Side($"{label}{(written is null ? ": none" : "")}", before), Side(found.Kind switch
            {
                InstalledFileKind.Absent => "installed: none",
                InstalledFileKind.File => "installed",
                _ => "installed: no regular file",
            }, after));
    }

    private static DiffSide Side(string label, byte[]? content) => new(label, content is null ? (ReadOnlyMemory<byte>?)null : content);
}
