using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The name of an environment variable that an agent may have: <c>[A-Za-z_][A-Za-z0-9_]*</c> and not reserved.</summary>
internal sealed class VariableNameKind : ScalarKind<string>
{
    private const string Pattern = "^[A-Za-z_][A-Za-z0-9_]*$";

    private const int MaximumLength = 255;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <inheritdoc/>
    public override string Expectation => "a variable's name";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new()
    {
        ["pattern"] = Pattern,
        ["not"] = new JsonObject { ["pattern"] = ReservedVariables.Pattern },
    };

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        if (value.Length is 0 or > MaximumLength || char.IsAsciiDigit(value[0]) || value.AsSpan().ContainsAnyExcept(Allowed))
        {
            context.Report(RosterDiagnostics.InvalidVariable(scalar));
            return false;
        }

        if (ReservedVariables.ReasonFor(value) is { } reason)
        {
            context.Report(RosterDiagnostics.ReservedVariable(scalar, reason));
            return false;
        }

        return true;
    }
}
