using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The path of a template below the templates' folder, as <c>kickstart/orchestrator.md.sbn</c>.</summary>
internal sealed partial class TemplateNameKind : FormKind
{
    /// <inheritdoc/>
    public override string Expectation => "a template such as `kickstart/orchestrator.md.sbn`";

    // Words without a dot at their beginning, so that no path leads upward.
    /// <inheritdoc/>
    [GeneratedRegex(@"^[A-Za-z0-9_@-][A-Za-z0-9_.@-]*(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)*\.sbn$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    protected override partial Regex Form { get; }

    /// <inheritdoc/>
    protected override Diagnostic Complain(ScalarNode scalar) => RosterDiagnostics.InvalidTemplateName(scalar);
}
