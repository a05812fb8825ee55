using System.Text.Json;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes what came of checking a roster without errors.</summary>
internal static class CheckReport
{
    /// <summary>Writes one line for people.</summary>
    public static void WriteText(string name, FleetRoster roster, IReadOnlyCollection<Diagnostic> warnings, TextWriter writer) =>
        writer.WriteLine($"{name}: {Count(roster.Agents.Length, "agent")}, {(warnings.Count == 0 ? "no problem" : Count(warnings.Count, "warning"))}");

    /// <summary>Writes <c>{"outcome": "valid", "agents": [name…], "warnings": […]}</c>.</summary>
    public static void WriteJson(FleetRoster roster, IEnumerable<Diagnostic> warnings, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("outcome", "valid");
        json.WriteStartArray("agents");
        foreach (var agent in roster.Agents)
        {
            json.WriteStringValue(agent.Name);
        }

        json.WriteEndArray();
        JsonReport.WriteDiagnostics(json, "warnings", warnings);
        json.WriteEndObject();
    }

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
