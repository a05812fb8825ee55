namespace Mosaic.Fleet.Installer.Roster;

/// <summary>A server of Woodpecker.</summary>
/// <param name="Name">The name that people and the roster call it by.</param>
/// <param name="Server">Its address.</param>
/// <param name="TokenFile">The file that holds the token, absolute or beginning with <c>~/</c>; null when only the environment has one.</param>
internal sealed record WoodpeckerInstance(string Name, string Server, string? TokenFile);
