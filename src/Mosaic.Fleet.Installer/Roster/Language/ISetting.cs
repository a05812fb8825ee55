using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The value of one key, of whatever type.</summary>
internal interface ISetting
{
    /// <summary>The key's name.</summary>
    public string Key { get; }

    /// <summary>Where the value stands; null when it is built in.</summary>
    public SourceSpan? Origin { get; }
}
