using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A limit as systemd.resource-control(5) writes it; the text goes into a unit unchanged.</summary>
/// <param name="example">What a person may write, for messages.</param>
/// <param name="suffixes">The units that may follow the number, as the letters K, M, G and T; empty for none.</param>
internal sealed class LimitKind(string example, string suffixes = "") : ScalarKind<string>
{
    private const string Infinity = "infinity";

    /// <summary>Whether a number without unit and the word <c>infinity</c> are limits; of CPUQuota= only a percentage is.</summary>
    public bool AllowsNumbers { get; init; } = true;

    /// <summary>The largest percentage; null when there is none.</summary>
    public int? MaximumPercentage { get; init; }

    /// <summary>The smallest number without percent sign; less is taken for a forgotten unit.</summary>
    public long Minimum { get; init; } = 1;

    /// <inheritdoc/>
    public override string Expectation => $"a limit such as {example}";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema()
    {
        var text = new JsonObject { ["type"] = "string", ["pattern"] = Pattern };
        return AllowsNumbers
            ? new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = Minimum }, text) }
            : text;
    }

    /// <inheritdoc/>
    protected override bool Accepts(ScalarType type) => type is ScalarType.Text or ScalarType.Number;

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (IsLimit(value))
        {
            return true;
        }

        context.Report(RosterDiagnostics.InvalidLimit(scalar, Expectation, Candidates(value.ToUpperInvariant()).FirstOrDefault(IsLimit)));
        return false;
    }

    // `4g`, `4GB`, `4GiB` and a memory of `4` all mean `4G`; a processor time of `200` means `200%`.
    private IEnumerable<string> Candidates(string text) =>
        [text, text.TrimEnd('B'), text.Replace("IB", "", StringComparison.Ordinal), text + suffixes.ElementAtOrDefault(2), text + '%'];

    private string Pattern => AllowsNumbers ? $"^([0-9]+%?|infinity{(suffixes.Length > 0 ? $@"|[0-9]+(\.[0-9]+)?[{suffixes}]" : "")})$" : "^[0-9]+%$";

    private bool IsLimit(string text)
    {
        if (text is "")
        {
            return false;
        }

        if (text == Infinity)
        {
            return AllowsNumbers;
        }

        var suffix = text[^1];
        var isPercentage = suffix == '%';
        var power = suffixes.IndexOf(suffix, StringComparison.Ordinal) + 1;
        var digits = isPercentage || power > 0 ? text.AsSpan(0, text.Length - 1) : text;
        var style = power > 0 ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
        if (digits.Length is 0 or > 15 || digits[0] == '.' || digits[^1] == '.'
            || !decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        return isPercentage
            ? number > 0 && number <= (MaximumPercentage ?? number)
            : AllowsNumbers && number * (1L << (10 * power)) is var amount && amount >= Minimum && amount <= long.MaxValue;
    }
}
