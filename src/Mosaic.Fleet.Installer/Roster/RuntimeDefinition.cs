namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A program that agents run.</summary>
/// <param name="Name">The name that agents refer to.</param>
/// <param name="Command">The shell command that starts it.</param>
/// <param name="ResetCommand">What is typed into it for a fresh start, as <c>/clear</c>; empty when it knows nothing of the kind.</param>
internal sealed record RuntimeDefinition(string Name, string Command, string ResetCommand);
