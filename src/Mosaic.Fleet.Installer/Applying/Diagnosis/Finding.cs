namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>What one check found.</summary>
/// <param name="Check">The check's name, a word or two.</param>
/// <param name="Level">How good or bad it is.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Why">Why that matters; null where all is well.</param>
/// <param name="Mend">The command that mends it, or that tells more; null where there is none.</param>
internal sealed record Finding(string Check, FindingLevel Level, string Seen, string? Why = null, string? Mend = null)
{
    /// <summary>All is well.</summary>
    public static Finding Ok(string check, string seen) => new(check, FindingLevel.Ok, seen);

    /// <summary>This host has no such thing.</summary>
    public static Finding NotApplicable(string check, string seen, string? why = null, string? mend = null) => new(check, FindingLevel.NotApplicable, seen, why, mend);

    /// <summary>A probe failed.</summary>
    public static Finding Unknown(string check, string seen) => new(check, FindingLevel.Unknown, seen);

    /// <summary>It could be better.</summary>
    public static Finding Warning(string check, string seen, string why, string? mend = null) => new(check, FindingLevel.Warning, seen, why, mend);

    /// <summary>It does not work, or is not safe.</summary>
    public static Finding Error(string check, string seen, string why, string? mend = null) => new(check, FindingLevel.Error, seen, why, mend);
}
