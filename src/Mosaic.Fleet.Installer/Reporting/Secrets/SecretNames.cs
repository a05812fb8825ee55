using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>Says by its name whether a variable, key or option holds a secret.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether the name suggests a secret; the fleet's own variables hold none.</summary>
    public static bool Suggests(string name) => Suggestion().IsMatch(name) && !Harmless().IsMatch(name) && ReservedVariables.ReasonFor(name) is null;

    [GeneratedRegex("token|secret|pass|pwd|credential|creds|key|auth|cookie|dsn|bearer|jwt|private|webhook|signature|salt|conn(ection)?_?str|(^|[_-])(pat|otp|pin)([_-]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Suggestion();

    // PWD is a folder, an author is a person, and a runtime's submit key is a key on a keyboard.
    [GeneratedRegex("^(old)?pwd$|^(git_)?author_(name|email|date)$|^(mosaic_)?submit_key$", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}
