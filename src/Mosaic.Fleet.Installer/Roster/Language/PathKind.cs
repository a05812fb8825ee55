using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A path on the host: absolute, or beginning with <c>~/</c>, or <c>~</c>.</summary>
/// <param name="noun">What stands there, for messages: <c>directory</c>.</param>
/// <param name="example">One as a person would write it.</param>
internal sealed class PathKind(string noun, string example) : ScalarKind<string>
{
    private const string Pattern = @"^(/|~/|~$)[^\u0000-\u001F\u007F-\u009F]*$";

    // PATH_MAX of Linux, its closing NUL included.
    private const int MaximumLength = 4095;

    /// <inheritdoc/>
    public override string Expectation => $"a {noun} such as `{example}`";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => new() { ["type"] = "string", ["pattern"] = Pattern };

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value;
        var control = ControlCharacter.Find(value);
        control = control < 0 ? UnpairedSurrogate.Find(value) : control;
        if (control >= 0)
        {
            context.Report(RosterDiagnostics.InvalidCharacter(scalar.Span, value[control]));
        }
        else if (value is not ("~" or ['~', '/', ..] or ['/', ..]))
        {
            context.Report(RosterDiagnostics.RelativePath(scalar, noun));
        }
        else if (value.Length > MaximumLength)
        {
            context.Report(RosterDiagnostics.TextTooLong(scalar.Span, MaximumLength));
        }
        else
        {
            return true;
        }

        return false;
    }
}
