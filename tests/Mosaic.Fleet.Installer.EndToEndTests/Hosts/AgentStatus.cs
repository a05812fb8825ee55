namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>One agent as <c>mosaic fleet status --json</c> shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">running, starting, stopped, failed or unknown.</param>
/// <param name="Pid">The process id of its program; null when none runs.</param>
/// <param name="Since">When its session was made, in seconds since 1970; null when it does not run.</param>
/// <param name="Restarts">How often it was restarted since somebody asked for it.</param>
/// <param name="Activity">When its terminal last printed something, in seconds since 1970; null when it does not run.</param>
/// <param name="Reason">Why it failed; null when it did not.</param>
/// <param name="Configuration">current or old; null when it does not run.</param>
/// <param name="MailWaiting">How many messages wait for it.</param>
internal sealed record AgentStatus(string Name, string State, int? Pid, long? Since, int Restarts, long? Activity, string? Reason, string? Configuration, int MailWaiting);
