namespace Mosaic.Fleet.Installer.Layout;

/// <summary>What an agent needs to know of this host; goes into <c>host.env</c> and nowhere else.</summary>
/// <param name="SearchPath">PATH of the user's login shell, the fleet's commands first.</param>
/// <param name="Locale">LANG, always a UTF-8 locale.</param>
/// <param name="TmuxTemporaryFolder">TMUX_TMPDIR: another value would hide the fleet's server.</param>
internal sealed record HostFacts(string SearchPath, string Locale, string TmuxTemporaryFolder);
