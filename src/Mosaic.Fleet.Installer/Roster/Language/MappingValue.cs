using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>What a mapping of the roster says: the settings that were given and could be read.</summary>
/// <param name="Settings">The settings in the order of the file, each key once.</param>
internal sealed record MappingValue(ImmutableArray<ISetting> Settings)
{
    /// <summary>The setting of a key; null when it was not given.</summary>
    /// <typeparam name="T">What the key's value is in the tool.</typeparam>
    /// <param name="key">The key.</param>
    public Setting<T>? Find<T>(Key<T> key)
        where T : notnull
    {
        foreach (var setting in Settings)
        {
            if (setting.Key == key.Name)
            {
                return (Setting<T>)setting;
            }
        }

        return null;
    }
}
