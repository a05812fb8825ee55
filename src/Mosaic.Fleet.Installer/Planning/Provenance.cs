namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What brought a generation about.</summary>
/// <param name="Cause">The verb and what it names: <c>install</c>, <c>rollback 3</c>; one line.</param>
/// <param name="RosterSha256">Of the roster that it was made from, 64 lower-case hexadecimal digits.</param>
internal sealed record Provenance(string Cause, string RosterSha256);
