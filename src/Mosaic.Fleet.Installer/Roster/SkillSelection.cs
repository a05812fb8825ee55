using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Which skills a runtime's program loads.</summary>
/// <param name="Mode"><c>none</c>, <c>all</c> or <c>discover</c>.</param>
/// <param name="Force">The skills that are loaded in every mode; null when it is not said.</param>
internal sealed record SkillSelection(string Mode, ImmutableArray<string>? Force);
