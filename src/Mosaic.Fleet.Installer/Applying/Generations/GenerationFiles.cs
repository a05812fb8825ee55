using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Applying.Generations;

/// <summary>The files of a generation as a rollback puts them in place.</summary>
/// <param name="store">Where generations are kept.</param>
/// <param name="layout">Which files can be the tool's.</param>
internal sealed class GenerationFiles(GenerationStore store, FleetLayout layout)
{
    /// <summary>What the generation wrote, and the user's files that gave way to a later one.</summary>
    /// <param name="generation">The generation.</param>
    /// <returns>Artifacts sorted by path; and by path the versions of the user, who had edited the generation's.</returns>
    /// <exception cref="InstallationException">Bytes are missing or damaged, all the files are named; or its manifest lists what cannot be ours.</exception>
    public (ImmutableArray<Artifact> Written, ImmutableDictionary<AbsolutePath, Artifact> Edited) Read(Generation generation)
    {
        // What it lists is written. Its other list only says which of these files the user had edited.
        if (generation.Manifest.Keys.FirstOrDefault(path => !layout.MayBeOurs(path)) is { } foreign)
        {
            throw InstallationErrors.GenerationNamesForeignFile(generation.Number, foreign.Value);
        }

        var missing = new List<string>();
        var written = generation.Manifest.Values.OrderBy(entry => entry.Path.Value, StringComparer.Ordinal).Select(Load).OfType<Artifact>().ToImmutableArray();
        var edited = FindEdited(generation).Select(Load).OfType<Artifact>().ToImmutableDictionary(artifact => artifact.Path);
        return missing.Count == 0 ? (written, edited) : throw InstallationErrors.ObjectsAreMissing(generation.Number, missing);

        Artifact? Load(ManifestEntry entry)
        {
            if (store.Objects.Read(entry.Sha256) is { } content)
            {
                return new Artifact(entry.Path, entry.Mode, content);
            }

            missing.Add(entry.Path.Value);
            return null;
        }
    }

    // Only an edit of the very version that the generation wrote belongs to it: one of a later version came later.
    private Dictionary<AbsolutePath, ManifestEntry>.ValueCollection FindEdited(Generation generation)
    {
        var edited = new Dictionary<AbsolutePath, ManifestEntry>();
        var changed = new HashSet<AbsolutePath>();
        var earlier = generation;
        foreach (var later in store.Numbers().Where(number => number > generation.Number).Select(store.Read).OfType<Generation>())
        {
            foreach (var entry in later.Displaced.Values.Where(entry => !changed.Contains(entry.Path)))
            {
                edited.TryAdd(entry.Path, entry);
            }

            changed.UnionWith(earlier.Manifest.Keys.Union(later.Manifest.Keys)
                .Where(path => earlier.Manifest.GetValueOrDefault(path) != later.Manifest.GetValueOrDefault(path)));
            earlier = later;
        }

        return edited.Values;
    }
}
