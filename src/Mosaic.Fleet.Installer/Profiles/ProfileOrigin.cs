namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>Where the roster on this host came from.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="Sha256">Of the roster as it was written: tells whether the user has edited it since.</param>
internal sealed record ProfileOrigin(string Name, string Sha256);
