using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>The rosters that ship inside the tool: the files of <c>profiles/</c>.</summary>
internal static class BuiltInProfiles
{
    private const string Prefix = "profiles/";
    private const string Extension = ".yaml";

    /// <summary>Their names, in alphabetical order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(BuiltInProfiles).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(resource => resource[Prefix.Length..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A profile with its comments.</summary>
    /// <param name="name">The name that a person gave.</param>
    /// <exception cref="InstallationException">There is no such profile; the diagnostic lists those that there are.</exception>
    public static Profile Require(string name)
    {
        if (!Names.Contains(name))
        {
            throw new InstallationException(FailureKind.BadInput, [ProfileDiagnostics.UnknownProfile(name, Names)]);
        }

        using var stream = typeof(BuiltInProfiles).Assembly.GetManifestResourceStream(Prefix + name + Extension)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Profile(name, [.. content]);
    }
}
