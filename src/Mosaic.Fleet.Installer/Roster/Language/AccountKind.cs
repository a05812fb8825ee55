using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The name of a user or an organization on a forge, or of a login of <c>tea</c>.</summary>
/// <param name="noun">What is named, for messages: <c>an owner's name</c>.</param>
internal sealed partial class AccountKind(string noun) : FormKind
{
    /// <inheritdoc/>
    public override string Expectation => noun;

    // Gitea's rule for users, and what tea makes of a host and a user; safe as a word of a table and of a command.
    /// <inheritdoc/>
    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$", RegexOptions.CultureInvariant)]
    protected override partial Regex Form { get; }

    /// <inheritdoc/>
    protected override Diagnostic Complain(ScalarNode scalar) => RosterDiagnostics.InvalidAccount(scalar, noun);
}
