using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>A roster to begin with.</summary>
/// <param name="Name">What <c>--profile</c> calls it.</param>
/// <param name="Content">The roster's bytes.</param>
internal sealed record Profile(string Name, ImmutableArray<byte> Content);
