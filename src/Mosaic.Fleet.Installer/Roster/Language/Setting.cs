using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The value of one key.</summary>
/// <typeparam name="T">What the value is in the tool.</typeparam>
/// <param name="Key">The key's name.</param>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where the value stands; null when it is built in.</param>
internal sealed record Setting<T>(string Key, T Value, SourceSpan? Origin) : ISetting
    where T : notnull;
