using System.Security.Cryptography;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>Decides between the roster that is there and the profile that was asked for.</summary>
internal static class RosterSelector
{
    /// <summary>Selects the roster. One that the user edited is never given up without <paramref name="replace"/>.</summary>
    /// <param name="path">The roster's place.</param>
    /// <param name="present">The bytes that are there; null when there are none.</param>
    /// <param name="profile">The profile that was asked for; null for none.</param>
    /// <param name="origin">Where the present roster came from, if we wrote it.</param>
    /// <param name="replace">Whether <c>--replace-roster</c> was given.</param>
    /// <exception cref="InstallationException">There is no roster, or it was edited and another profile is asked for.</exception>
    public static RosterSelection Select(string path, byte[]? present, Profile? profile, ProfileOrigin? origin, bool replace)
    {
        if (profile is null)
        {
            return present is null ? throw InstallationErrors.NoRoster(path) : Keep(path, present, origin?.Name, isProfileText: false);
        }

        if (present is null)
        {
            return Write(path, profile, replacesEdited: false);
        }

        if (present.AsSpan().SequenceEqual(profile.Content.AsSpan()))
        {
            return Keep(path, present, profile.Name, isProfileText: true);
        }

        var isEdited = origin is null || Convert.ToHexStringLower(SHA256.HashData(present)) != origin.Sha256;
        if (!isEdited || replace)
        {
            return Write(path, profile, replacesEdited: isEdited);
        }

        return origin?.Name == profile.Name
            ? Keep(path, present, profile.Name, isProfileText: false)
            : throw InstallationErrors.RosterWasEdited(path, profile.Name);
    }

    private static RosterSelection Keep(string path, byte[] present, string? profile, bool isProfileText) =>
        new(path, present, profile, isProfileText, IsWritten: false, ReplacesEdited: false);

    private static RosterSelection Write(string path, Profile profile, bool replacesEdited) =>
        new(profile.File ?? path, [.. profile.Content], profile.Name, IsProfileText: true, IsWritten: true, replacesEdited);
}
