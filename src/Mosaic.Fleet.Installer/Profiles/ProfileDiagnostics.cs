using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>What is said about profiles.</summary>
internal static class ProfileDiagnostics
{
    /// <summary>The file of a profile is not there.</summary>
    /// <param name="file">What was asked for.</param>
    public static Diagnostic NoSuchFile(string file) => new(
        Severity.Error, DiagnosticCode.UnknownProfile, null, $"there is no file {QuotedText.Of(file)}",
        "name a profile's file, or one of `mosaic-fleet-install profiles list`");

    /// <summary>No profile has the name.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="known">The profiles that there are.</param>
    public static Diagnostic UnknownProfile(string name, IReadOnlyCollection<string> known)
    {
        var list = $"the profiles are {string.Join(", ", known)}";
        return new Diagnostic(
            Severity.Error, DiagnosticCode.UnknownProfile, null, $"there is no profile {QuotedText.Of(name)}",
            NearestWord.Find(name, known) is { } nearest ? $"did you mean `{nearest}`? {char.ToUpperInvariant(list[0])}{list[1..]}" : list);
    }
}
