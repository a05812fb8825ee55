namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A runtime that every roster has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">What starts its program; null for <c>mosaic yolo NAME</c>.</param>
/// <param name="ResetCommand">What is typed for a fresh start.</param>
/// <param name="IdlePattern">What its composer looks like while it is empty; null when the sender's rule for prompts tells.</param>
/// <param name="QueuedPattern">What its screen shows while it holds a text; null when that is not known.</param>
internal sealed record BuiltInRuntime(string Name, string? Command, string ResetCommand, string? IdlePattern, string? QueuedPattern);
