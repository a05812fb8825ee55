namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>One agent as <c>mosaic fleet status --json</c> shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">running, starting, stopped, failed or unknown.</param>
/// <param name="Pid">The process id of its program; null when none runs.</param>
/// <param name="Reason">Why it failed; null when it did not.</param>
/// <param name="Configuration">current or old; null when it does not run.</param>
internal sealed record AgentStatus(string Name, string State, int? Pid, string? Reason, string? Configuration);
