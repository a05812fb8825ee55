using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The name of a user or an organization on a forge, or of a login of <c>tea</c>.</summary>
/// <param name="noun">What is named, for messages: <c>an owner's name</c>.</param>
internal sealed partial class AccountKind(string noun) : ScalarKind<string>
{
    // Gitea's rule for users, and what tea makes of a host and a user; safe as a word of a table and of a command.
    private const string Pattern = "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$";

    /// <inheritdoc/>
    public override string Expectation => noun;

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (Whole().IsMatch(value) && !value.EndsWith('\n'))
        {
            return true;
        }

        context.Report(RosterDiagnostics.InvalidAccount(scalar, noun));
        return false;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
