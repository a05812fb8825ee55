using System.Collections.Immutable;
using System.Text;
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

    /// <summary>The text of a profile with its comments.</summary>
    /// <param name="name">The name that a person gave.</param>
    public static ProfileReading Find(string name)
    {
        var resource = Prefix + name + Extension;
        using var stream = Names.Contains(name) ? typeof(BuiltInProfiles).Assembly.GetManifestResourceStream(resource) : null;
        if (stream is null)
        {
            return new ProfileReading(null, [ProfileDiagnostics.UnknownProfile(name, Names)]);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new ProfileReading(new SourceText(resource, reader.ReadToEnd()), []);
    }
}
