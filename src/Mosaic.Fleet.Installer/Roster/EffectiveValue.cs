using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A value that holds for an agent, and where it comes from.</summary>
/// <param name="Key">The key as a path: <c>restart</c>, <c>limits.memory</c>, <c>env.GITEA_LOGIN</c>.</param>
/// <param name="Value">The value as a person would write it.</param>
/// <param name="Origin">Where it stands; null when it is built in.</param>
internal sealed record EffectiveValue(string Key, string Value, SourceLocation? Origin);
