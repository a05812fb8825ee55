using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Where the roster says what an agent expects of its host; of what is built in, where the agent is named.</summary>
/// <param name="WorkingDirectory">The value of <c>working_directory</c>.</param>
/// <param name="Command">The value of <c>command</c>, or else that of <c>runtime</c>.</param>
/// <param name="KickstartTemplate">The value of <c>kickstart_template</c>.</param>
internal sealed record AgentOrigins(SourceSpan WorkingDirectory, SourceSpan Command, SourceSpan KickstartTemplate);
