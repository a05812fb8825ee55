using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer;

/// <summary>Which fleet is made for other hosts.</summary>
internal sealed record PackageRequest
{
    /// <summary>The caller's environment.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The profile of <c>--profile</c>, a name or a file; null for a roster.</summary>
    public string? Profile { get; init; }

    /// <summary>The file of <c>--roster</c>; null for the roster that is installed here.</summary>
    public AbsolutePath? Roster { get; init; }

    /// <summary>The folder of <c>--profile-path</c>; null for the recorded one.</summary>
    public AbsolutePath? ProfilePath { get; init; }

    /// <summary>The folder of <c>--template-path</c>; null for the recorded one.</summary>
    public AbsolutePath? TemplatePath { get; init; }

    /// <summary>The folder of <c>--prefix</c>, below which the fleet will lie; null for the home directory of its user.</summary>
    public AbsolutePath? Prefix { get; init; }

    /// <summary>Whether units are left out.</summary>
    public bool NoSystemd { get; init; }
}
