using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The address of a server: <c>http</c> or <c>https</c>, a host, perhaps a port and a path, and nothing else (RFC 3986).</summary>
internal sealed partial class ServerKind : ScalarKind<string>
{
    private const int MaximumLength = 1000;

    // No name and password, no query: what stands here may be shown and written to files that others read.
    private const string Pattern = @"^https?://([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$";

    /// <inheritdoc/>
    public override string Expectation => "an address such as `https://ci.example.com`";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "string", ["pattern"] = Pattern, ["maxLength"] = MaximumLength };

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (value.Length <= MaximumLength && Whole().IsMatch(value) && !value.EndsWith('\n'))
        {
            return true;
        }

        context.Report(RosterDiagnostics.InvalidServer(scalar));
        return false;
    }

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
