using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Generations;

/// <summary>The generations that are kept, with what can be said of each.</summary>
internal static class History
{
    /// <summary>Reads them.</summary>
    /// <param name="store">Where they are kept.</param>
    /// <returns>The newest first; a damaged one is left out.</returns>
    public static ImmutableArray<HistoryEntry> Read(GenerationStore store)
    {
        var kept = store.Numbers().Select(store.Read).OfType<Generation>().ToList();
        // Going back makes a generation, too, so that the newest is always the one that stands.
        return [.. kept.Select((generation, index) => new HistoryEntry(generation, CountChanges(index > 0 ? kept[index - 1] : null, generation), index == kept.Count - 1)).Reverse()];
    }

    private static int? CountChanges(Generation? earlier, Generation generation) =>
        generation.Number == 1 ? generation.Manifest.Count
        : earlier?.Number == generation.Number - 1 ? CountChanges(earlier.Manifest, generation.Manifest)
        : null;

    private static int CountChanges(
        ImmutableDictionary<AbsolutePath, ManifestEntry> earlier, ImmutableDictionary<AbsolutePath, ManifestEntry> later) =>
        later.Values.Count(entry => earlier.GetValueOrDefault(entry.Path) != entry) + earlier.Keys.Count(path => !later.ContainsKey(path));
}
