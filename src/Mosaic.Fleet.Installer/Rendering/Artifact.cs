using System.Collections.Immutable;
using System.Security.Cryptography;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>One generated file: where it goes, its permissions and its bytes.</summary>
/// <param name="Path">The place on this host.</param>
/// <param name="Mode">Permission bits, as 0600 for an env file.</param>
/// <param name="Content">The whole content.</param>
internal sealed record Artifact(AbsolutePath Path, UnixFileMode Mode, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content.Span));

    /// <summary>The user's files that it was made from, as messages call them: template, includes, table. Empty when all is built in.</summary>
    public ImmutableArray<string> UserFiles { get; init; } = [];
}
