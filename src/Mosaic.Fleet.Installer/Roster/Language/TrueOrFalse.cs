namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The kind of a switch.</summary>
internal static class TrueOrFalse
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static readonly ChoiceKind<bool> Kind = new(new("true", true), new("false", false));
}
