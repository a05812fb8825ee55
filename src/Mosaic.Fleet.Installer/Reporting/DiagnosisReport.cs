using System.Text;
using System.Text.Json;
using Mosaic.Fleet.Installer.Applying.Diagnosis;
using static Mosaic.Fleet.Installer.Diagnostics.TerminalColour;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes what the doctor found.</summary>
internal static class DiagnosisReport
{
    private const int LevelWidth = 9;

    // Of "why:  " and "mend: ".
    private const int LabelWidth = 6;

    // A terminal that leaves less than that for words breaks lines by itself.
    private const int LeastRoom = 20;

    /// <summary>Writes a line a finding, the reason and the command below where something is to be done, and a summary.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="colour">Whether it is coloured.</param>
    /// <param name="columns">Where lines of words are broken; null for nowhere.</param>
    public static void WriteText(IReadOnlyList<Finding> findings, TextWriter writer, bool colour, int? columns)
    {
        var indent = LevelWidth + findings.Max(finding => finding.Check.Length) + 2;
        foreach (var finding in findings)
        {
            var level = Paint(ShortWord(finding.Level).PadRight(LevelWidth), ColourOf(finding.Level), colour);
            writer.WriteLine($"{level}{finding.Check.PadRight(indent - LevelWidth)}{Wrap(finding.Seen, indent, columns)}");
            WriteBelow("why:  ", Wrap(finding.Why, indent + LabelWidth, columns));
            // A command is copied: it stays on its line.
            WriteBelow("mend: ", finding.Mend);
        }

        writer.WriteLine();
        writer.WriteLine(Paint(string.Join(", ", findings.CountBy(finding => finding.Level).OrderByDescending(pair => pair.Key).Select(pair => Count(pair.Value, pair.Key))), Bold, colour));

        void WriteBelow(string label, string? text)
        {
            if (text is not null)
            {
                writer.WriteLine($"{new string(' ', indent)}{Paint(label, Dim, colour)}{text}");
            }
        }
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

    // Breaks at blanks, so that no line is longer than the terminal is wide; lines below the first are indented.
    private static string? Wrap(string? text, int indent, int? columns)
    {
        if (text is null || columns is not { } width || width - indent < LeastRoom)
        {
            return text;
        }

        var wrapped = new StringBuilder();
        var room = width - indent;
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > room)
            {
                wrapped.Append('\n').Append(' ', indent);
                used = 0;
            }
            else if (used > 0)
            {
                wrapped.Append(' ');
                used++;
            }

            wrapped.Append(word);
            used += word.Length;
        }

        return wrapped.ToString();
    }

    private static string ColourOf(FindingLevel level) => level switch
    {
        FindingLevel.Ok => Green,
        FindingLevel.NotApplicable => Dim,
        FindingLevel.Error => Red,
        _ => Yellow,
    };

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
