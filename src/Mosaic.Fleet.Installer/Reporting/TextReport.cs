using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting.Diffs;
using static Mosaic.Fleet.Installer.Diagnostics.TerminalColour;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes a report for people.</summary>
internal static class TextReport
{
    private const int StateWidth = 13;

    /// <summary>Writes a line a file or, of a plan, a step; diffs; a summary; and what to type next.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="colour">Whether it is coloured.</param>
    /// <param name="verbose">Whether the files that stay as they are have a line, too.</param>
    public static void Write(InstallReport report, TextWriter writer, bool colour, bool verbose)
    {
        var files = report.Files.Where(file => verbose || file.State != "unchanged");
        if (report.Outcome == InstallOutcome.Unchanged)
        {
            WriteFiles(files, writer, colour);
            writer.WriteLine($"Nothing to do: {report.Files.Length} artifacts are as the roster says.");
            WriteOld(report.Old, writer);
            return;
        }

        if (report.Outcome == InstallOutcome.Planned)
        {
            WriteSteps(report.Steps, writer, colour);
            WriteFiles(files.Where(file => file.State is "kept" or "deleted" or "adopted" or "unchanged"), writer, colour);
        }
        else
        {
            WriteFiles(files.Where(file => report.Outcome != InstallOutcome.Conflict || file.State == "conflict"), writer, colour);
        }

        foreach (var diff in report.Conflicts.Select(conflict => conflict.Diff).Concat(report.Diffs).Where(diff => !diff.Lines.IsEmpty))
        {
            writer.WriteLine();
            DiffWriter.Write(diff, writer, colour);
        }

        writer.WriteLine();
        writer.WriteLine(Paint(Summary(report), Bold, colour));
        WriteOld(report.Old, writer);
        if (!report.NextCommands.IsEmpty)
        {
            writer.WriteLine();
            writer.WriteLine(Paint("Next:", Bold, colour));
            foreach (var command in report.NextCommands)
            {
                writer.WriteLine($"  {command}");
            }
        }
    }

    private static void WriteOld(OldConfiguration old, TextWriter writer)
    {
        if (!old.Agents.IsEmpty)
        {
            writer.WriteLine();
            writer.WriteLine($"Running with an old configuration: {string.Join(", ", old.Agents)}.");
            writer.WriteLine(old.IsRenewed ? "They are restarted." : $"To renew: mosaic fleet restart {string.Join(' ', old.Agents)}");
        }

        if (old.OfServer)
        {
            writer.WriteLine();
            writer.WriteLine("The tmux server runs with an old configuration.");
            writer.WriteLine("To renew it, and restart every agent: mosaic fleet stop && mosaic fleet start");
        }
    }

    private static void WriteFiles(IEnumerable<ReportedFile> files, TextWriter writer, bool colour)
    {
        foreach (var file in files)
        {
            writer.WriteLine(
                $"{Paint(file.State.PadRight(StateWidth), ColourOf(file.State), colour)} {file.Path}{Paint(file.Note is null ? "" : $"  ({file.Note})", Dim, colour)}");
        }
    }

    private static void WriteSteps(ImmutableArray<PlanStep> steps, TextWriter writer, bool colour)
    {
        var width = steps.Select(step => step.Subject.Length).DefaultIfEmpty().Max();
        foreach (var step in steps)
        {
            var word = StepWords.Of(step.Kind);
            writer.WriteLine($"{Paint(word.PadRight(StateWidth), ColourOf(word), colour)} {step.Subject.PadRight(width)}  {Paint($"({step.Cause})", Dim, colour)}");
        }
    }

    // Of a file's state, or of a step.
    private static string ColourOf(string word) => word switch
    {
        "created" or "write" or "enable" or "start" or "move" => Green,
        "updated" or "overwritten" or "chmod" or "daemon-reload" => Yellow,
        "removed" or "delete" or "stop" or "disable" or "conflict" => Red,
        "kept" or "adopted" or "deleted" => Cyan,
        _ => string.Empty,
    };

    private static string Summary(InstallReport report)
    {
        var counts = string.Join(", ", report.Files.CountBy(file => file.State).Select(pair => $"{pair.Value} {pair.Key}"));
        return report.Outcome switch
        {
            InstallOutcome.Planned => $"Nothing was written; it would be {(report.Steps.Length == 1 ? "1 step" : $"{report.Steps.Length} steps")}.",
            InstallOutcome.Conflict => $"Nothing was written (conflict): {counts}.",
            _ => $"Done: {counts}.",
        };
    }
}
