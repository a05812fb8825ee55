using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>The profiles that a roster may extend.</summary>
internal interface IBaseRosters
{
    /// <summary>The names of all of them.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>The text of one; null when no profile has the name.</summary>
    /// <param name="name">The profile's name.</param>
    public DecodedText? Find(string name);
}
