using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The address of a server: <c>http</c> or <c>https</c>, a host, perhaps a port and a path, and nothing else (RFC 3986).</summary>
internal sealed partial class ServerKind : FormKind
{
    /// <inheritdoc/>
    public override string Expectation => "an address such as `https://ci.example.com`";

    // No name and password, no query: what stands here may be shown and written to files that others read.
    /// <inheritdoc/>
    [GeneratedRegex(
        @"^https?://([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    protected override partial Regex Form { get; }

    /// <inheritdoc/>
    protected override int? MaximumLength => 1000;

    /// <inheritdoc/>
    protected override Diagnostic Complain(ScalarNode scalar) => RosterDiagnostics.InvalidServer(scalar);
}
