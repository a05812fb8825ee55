using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>A regular expression for bash (regex(7), extended) that the commands match against a screen.</summary>
internal sealed class PatternKind : ScalarKind<string>
{
    private static readonly TextKind AnyText = new();

    /// <inheritdoc/>
    public override string Expectation => "a regular expression";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override JsonObject ToSchema() => AnyText.ToSchema();

    /// <inheritdoc/>
    protected override bool TryReadScalar(ScalarNode scalar, ReadingContext context, [MaybeNullWhen(false)] out string value)
    {
        if (!AnyText.TryRead(scalar, context, out value))
        {
            return false;
        }

        if (IsBalanced(value))
        {
            return true;
        }

        context.Report(RosterDiagnostics.InvalidPattern(scalar));
        return false;
    }

    // .NET reads a larger language: what it refuses, an open group or bracket, bash refuses too.
    private static bool IsBalanced(string pattern)
    {
        try
        {
            _ = Regex.IsMatch("", pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
