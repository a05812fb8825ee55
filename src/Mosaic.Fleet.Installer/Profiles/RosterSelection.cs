using System.Security.Cryptography;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>The roster that a run works from.</summary>
/// <param name="File">The file that was read, for messages.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Profile">The profile that it came from; null when it is the user's own.</param>
/// <param name="IsProfileText">Whether it is, byte for byte, the profile's text.</param>
/// <param name="IsWritten">Whether it has yet to be written to its place.</param>
/// <param name="ReplacesEdited">Whether the user's edited roster stands there and is kept beside it.</param>
internal sealed record RosterSelection(string File, byte[] Content, string? Profile, bool IsProfileText, bool IsWritten, bool ReplacesEdited)
{
    /// <summary>SHA-256 of the content, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));
}
