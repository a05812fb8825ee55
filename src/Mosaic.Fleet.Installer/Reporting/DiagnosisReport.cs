using System.Text.Json;
using Mosaic.Fleet.Installer.Applying.Diagnosis;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes what the doctor found.</summary>
internal static class DiagnosisReport
{
    private const int LevelWidth = 9;

    /// <summary>Writes a line a finding, the reason and the command below where something is to be done, and a summary.</summary>
    public static void WriteText(IReadOnlyList<Finding> findings, TextWriter writer)
    {
        var width = findings.Max(finding => finding.Check.Length) + 2;
        foreach (var finding in findings)
        {
            writer.WriteLine($"{ShortWord(finding.Level).PadRight(LevelWidth)}{finding.Check.PadRight(width)}{finding.Seen}");
            WriteBelow("why:  ", finding.Why, width, writer);
            WriteBelow("mend: ", finding.Mend, width, writer);
        }

        writer.WriteLine();
        writer.WriteLine(string.Join(", ", findings.CountBy(finding => finding.Level).OrderByDescending(pair => pair.Key).Select(pair => Count(pair.Value, pair.Key))));
    }

    /// <summary>
    /// Writes <c>{"outcome": LEVEL, "findings": [{"check", "level", "seen", "why", "mend"}]}</c>. A level is <c>ok</c>,
    /// <c>not applicable</c>, <c>unknown</c>, <c>warning</c> or <c>error</c>; the outcome is the worst of them.
    /// </summary>
    public static void WriteJson(IReadOnlyList<Finding> findings, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("outcome", Word(findings.Max(finding => finding.Level)));
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("check", finding.Check);
            json.WriteString("level", Word(finding.Level));
            json.WriteString("seen", finding.Seen);
            json.WriteString("why", finding.Why);
            json.WriteString("mend", finding.Mend);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteBelow(string label, string? text, int width, TextWriter writer)
    {
        if (text is not null)
        {
            writer.WriteLine($"{new string(' ', LevelWidth + width)}{label}{text}");
        }
    }

    private static string Count(int number, FindingLevel level) =>
        $"{number} {Word(level)}{(number > 1 && level is (FindingLevel.Warning or FindingLevel.Error) ? "s" : "")}";

    private static string ShortWord(FindingLevel level) => level == FindingLevel.NotApplicable ? "n/a" : Word(level);

    private static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok",
        FindingLevel.NotApplicable => "not applicable",
        FindingLevel.Unknown => "unknown",
        FindingLevel.Warning => "warning",
        FindingLevel.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };
}
