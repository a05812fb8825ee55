using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A span of time as systemd.time(7) writes it: <c>5s</c>, <c>1min 30s</c>, <c>500ms</c>; a bare number is seconds.</summary>
internal sealed class DurationKind : ScalarKind<TimeSpan>
{
    private const string Pattern = $@"^[ 	]*([0-9]+(\.[0-9]+)?[ 	]*({SystemdTimeSpan.Units})?[ 	]*)+$";

    /// <summary>A day: a longer wait is a mistake.</summary>
    public static readonly TimeSpan Maximum = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override string Expectation => "a duration such as `5s`";

    /// <inheritdoc/>
    public override string Format(TimeSpan value) => SystemdTimeSpan.Format(value);

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = Maximum.TotalSeconds },
            new JsonObject { ["type"] = "string", ["pattern"] = Pattern }),
    };

    /// <inheritdoc/>
    protected override bool Accepts(ScalarType type) => type is ScalarType.Text or ScalarType.Number;

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, out TimeSpan value)
    {
        if (!SystemdTimeSpan.TryParse(scalar.Value, out value))
        {
            context.Report(RosterDiagnostics.InvalidDuration(scalar));
            return false;
        }

        if (value > Maximum)
        {
            context.Report(RosterDiagnostics.DurationTooLong(scalar));
            return false;
        }

        return true;
    }
}
