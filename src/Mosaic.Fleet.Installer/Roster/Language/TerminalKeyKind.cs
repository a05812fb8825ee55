using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A key as tmux(1), KEY BINDINGS, names it. tmux would type any other word as text.</summary>
internal sealed partial class TerminalKeyKind : ScalarKind<string>
{
    private const string Pattern =
        "^([CMS]-)*([!-~]|F([1-9]|1[0-2])|Enter|Escape|Tab|BTab|Space|BSpace|Up|Down|Left|Right|Home|End|IC|DC|NPage|PageDown|PgDn|PPage|PageUp|PgUp|KPEnter)$";

    /// <inheritdoc/>
    public override string Expectation => "a key such as `Enter`";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (Whole().IsMatch(value))
        {
            return true;
        }

        context.Report(RosterDiagnostics.InvalidTerminalKey(scalar));
        return false;
    }

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
