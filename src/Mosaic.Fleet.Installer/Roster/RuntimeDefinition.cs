namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A program that agents run.</summary>
/// <param name="Name">The name that agents refer to.</param>
/// <param name="Dialogue">How the program is talked to.</param>
/// <param name="Skills">Which skills it loads; null when it is not told.</param>
internal sealed record RuntimeDefinition(string Name, RuntimeDialogue Dialogue, SkillSelection? Skills);
