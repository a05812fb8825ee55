namespace Mosaic.Fleet.Installer.Roster;

/// <summary>How the terminal program of a runtime is talked to. The patterns are regular expressions as bash reads them.</summary>
/// <param name="SubmitKey">The key that submits a text, as tmux names it.</param>
/// <param name="SubmitDelay">How long to wait between a text and that key.</param>
/// <param name="ReadyPattern">What the screen shows once the program takes texts; null when its composer tells.</param>
/// <param name="IdlePattern">What the composer looks like while it is empty; null when the sender's rule for prompts tells.</param>
/// <param name="BusyPattern">What the screen shows while the program works; null when that is not known.</param>
/// <param name="QueuedPattern">What the screen shows while the program holds a text; null when that is not known.</param>
internal sealed record RuntimeDialogue(
    string SubmitKey, TimeSpan SubmitDelay, string? ReadyPattern, string? IdlePattern, string? BusyPattern, string? QueuedPattern);
