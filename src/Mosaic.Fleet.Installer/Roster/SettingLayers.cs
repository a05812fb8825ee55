using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The mappings that speak about one agent: the one place where it is decided whose value holds.</summary>
/// <param name="layers">The mappings, the strongest first.</param>
internal sealed class SettingLayers(params ImmutableArray<MappingValue> layers)
{
    /// <summary>These layers below a stronger one.</summary>
    /// <param name="strongest">The mapping that wins over all of them.</param>
    public SettingLayers Below(MappingValue strongest) => new([strongest, .. layers]);

    /// <summary>The setting that holds, of the strongest layer that has one, else the key's built-in value; null when neither is.</summary>
    /// <typeparam name="T">What the key's value is in the tool.</typeparam>
    /// <param name="key">The key.</param>
    public Setting<T>? Find<T>(Key<T> key)
        where T : notnull
    {
        foreach (var layer in layers)
        {
            if (layer.Find(key) is { } setting)
            {
                return setting;
            }
        }

        return key.Default;
    }

    /// <summary>The value that holds.</summary>
    /// <typeparam name="T">What the key's value is in the tool.</typeparam>
    /// <param name="key">A key that has a built-in value, or that the weakest layer has.</param>
    public T Value<T>(Key<T> key)
        where T : notnull =>
        Find(key) is { } setting ? setting.Value : throw new ArgumentException($"`{key.Name}` has no value in any layer", nameof(key));

    /// <summary>What the layers say inside a key whose value is a mapping, so that each key in it is decided by itself.</summary>
    /// <param name="key">The key.</param>
    public SettingLayers Inside(Key<MappingValue> key)
    {
        var inner = ImmutableArray.CreateBuilder<MappingValue>(layers.Length);
        foreach (var layer in layers)
        {
            if (layer.Find(key) is { } setting)
            {
                inner.Add(setting.Value);
            }
        }

        return new SettingLayers(inner.DrainToImmutable());
    }

    /// <summary>The entries of a key whose value is the user's own mapping, each from the strongest layer that has it.</summary>
    /// <typeparam name="T">What an entry's value is in the tool.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The weakest layer's entries first, each layer's in the order of the file.</returns>
    public ImmutableArray<Setting<T>> Entries<T>(Key<ImmutableArray<Setting<T>>> key)
        where T : notnull
    {
        var entries = ImmutableArray<Setting<T>>.Empty;
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            if (layers[i].Find(key) is { } setting)
            {
                entries = entries.IsEmpty ? setting.Value : Merge(entries, setting.Value);
            }
        }

        return entries;
    }

    private static ImmutableArray<Setting<T>> Merge<T>(ImmutableArray<Setting<T>> weaker, ImmutableArray<Setting<T>> stronger)
        where T : notnull
    {
        var entries = new OrderedDictionary<string, Setting<T>>(weaker.Length + stronger.Length, StringComparer.Ordinal);
        foreach (var entry in weaker.AsSpan())
        {
            entries[entry.Key] = entry;
        }

        foreach (var entry in stronger.AsSpan())
        {
            entries[entry.Key] = entry;
        }

        return [.. entries.Values];
    }
}
