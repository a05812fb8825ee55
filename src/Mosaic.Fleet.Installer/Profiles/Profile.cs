using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>A roster to begin with.</summary>
/// <param name="Name">What <c>--profile</c> calls it.</param>
/// <param name="Content">The roster's bytes.</param>
/// <param name="File">The file that it stands in; null when it is built in.</param>
internal sealed record Profile(string Name, ImmutableArray<byte> Content, string? File = null);
