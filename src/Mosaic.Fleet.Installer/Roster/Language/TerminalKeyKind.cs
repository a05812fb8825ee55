using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A key as tmux(1), KEY BINDINGS, names it. tmux would type any other word as text.</summary>
internal sealed partial class TerminalKeyKind : FormKind
{
    /// <inheritdoc/>
    public override string Expectation => "a key such as `Enter`";

    /// <inheritdoc/>
    [GeneratedRegex(
        "^([CMS]-)*([!-~]|F([1-9]|1[0-2])|Enter|Escape|Tab|BTab|Space|BSpace|Up|Down|Left|Right|Home|End|IC|DC|NPage|PageDown|PgDn|PPage|PageUp|PgUp|KPEnter)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    protected override partial Regex Form { get; }

    /// <inheritdoc/>
    protected override Diagnostic Complain(ScalarNode scalar) => RosterDiagnostics.InvalidTerminalKey(scalar);
}
