using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The version of the roster language; there is one.</summary>
internal sealed class VersionKind : ScalarKind<int>
{
    /// <summary>The version that this tool reads.</summary>
    public const int Current = 1;

    /// <inheritdoc/>
    public override string Expectation => "the number 1";

    /// <inheritdoc/>
    public override string Format(int value) => "1";

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["const"] = Current };

    /// <inheritdoc/>
    protected override bool Accepts(ScalarType type) => type == ScalarType.Number;

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, out int value)
    {
        value = Current;
        if (scalar.Value == "1")
        {
            return true;
        }

        context.Report(RosterDiagnostics.UnknownVersion(scalar, Current));
        return false;
    }
}
