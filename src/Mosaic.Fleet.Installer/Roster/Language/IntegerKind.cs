using System.Globalization;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A whole number.</summary>
/// <param name="minimum">The smallest.</param>
/// <param name="maximum">The largest.</param>
internal sealed class IntegerKind(int minimum, int maximum) : ScalarKind<int>
{
    /// <inheritdoc/>
    public override string Expectation => "a whole number";

    /// <inheritdoc/>
    public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };

    /// <inheritdoc/>
    public override JsonNode ToJson(int value) => value;

    /// <inheritdoc/>
    protected override bool Accepts(ScalarType type) => type == ScalarType.Number;

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, out int value)
    {
        value = 0;
        var digits = scalar.Value.AsSpan().TrimStart("+-");
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            ReportWrongType(scalar, context);
            return false;
        }

        if (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= minimum && value <= maximum)
        {
            return true;
        }

        context.Report(RosterDiagnostics.OutOfRange(scalar, minimum, maximum));
        return false;
    }
}
