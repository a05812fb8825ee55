using System.Collections.Immutable;
using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>Reads <c>templates/artifacts.table</c>: columns of scope, octal mode, template and output.</summary>
internal static class ArtifactTable
{
    /// <summary>The table's path below <c>templates/</c>.</summary>
    public const string FileName = "artifacts.table";

    /// <summary>Reads the rows; blank lines and lines that begin with <c>#</c> say nothing.</summary>
    /// <exception cref="InstallationException">A row does not have the four columns, or names an output again.</exception>
    public static ImmutableArray<ArtifactRule> Parse(string text)
    {
        var rules = ImmutableArray.CreateBuilder<ArtifactRule>();
        var outputs = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = line.Trim();
            if (content.IsEmpty || content[0] == '#')
            {
                continue;
            }

            var location = new SourceLocation($"templates/{FileName}", number, 1);
            var rule = ParseRow(content.ToString(), location);
            rules.Add(outputs.Add(rule.Output) ? rule : throw InstallationErrors.BadTemplate(location, $"{rule.Output} is made by an earlier row"));
        }

        return rules.ToImmutable();
    }

    private static ArtifactRule ParseRow(string row, SourceLocation location) =>
        row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var scope, var mode, var template, var output] =>
                new ArtifactRule(ParseScope(scope, location), ParseMode(mode, location), template, output),
            _ => throw InstallationErrors.BadTemplate(location, "a row has four columns: scope, mode, template, output"),
        };

    private static ArtifactScope ParseScope(string word, SourceLocation location) => word switch
    {
        "fleet" => ArtifactScope.Fleet,
        "agent" => ArtifactScope.Agent,
        "unit" => ArtifactScope.Unit,
        "agent-unit" => ArtifactScope.AgentUnit,
        _ => throw InstallationErrors.BadTemplate(location, $"'{word}' is no scope; there are fleet, agent, unit and agent-unit"),
    };

    private static UnixFileMode ParseMode(string digits, SourceLocation location)
    {
        try
        {
            return (UnixFileMode)Convert.ToInt32(digits, fromBase: 8);
        }
        catch (FormatException)
        {
            throw InstallationErrors.BadTemplate(location, string.Create(CultureInfo.InvariantCulture, $"'{digits}' is no octal mode"));
        }
    }
}
