using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The path of a template below the templates' folder, as <c>kickstart/orchestrator.md.sbn</c>.</summary>
internal sealed partial class TemplateNameKind : ScalarKind<string>
{
    // Words without a dot at their beginning, so that no path leads upward.
    private const string Pattern = @"^[A-Za-z0-9_@-][A-Za-z0-9_.@-]*(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)*\.sbn$";

    /// <inheritdoc/>
    public override string Expectation => "a template such as `kickstart/orchestrator.md.sbn`";

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

        context.Report(RosterDiagnostics.InvalidTemplateName(scalar));
        return false;
    }

    [GeneratedRegex(Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
