using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes a report for people.</summary>
internal static class TextReport
{
    private const int StateWidth = 13;

    /// <summary>Writes a line a file or, of a plan, a step; diffs; a summary; and what to type next.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="colour">Whether diffs are coloured.</param>
    public static void Write(InstallReport report, TextWriter writer, bool colour)
    {
        if (report.Outcome == InstallOutcome.Unchanged)
        {
            foreach (var file in report.Files.Where(file => file.State != "unchanged"))
            {
                WriteFile(file, writer);
            }

            writer.WriteLine($"Nothing to do: {report.Files.Length} artifacts are as the roster says.");
            WriteOld(report.Old, writer);
            return;
        }

        if (report.Outcome == InstallOutcome.Planned)
        {
            WriteSteps(report, writer);
        }
        else
        {
            foreach (var file in report.Files.Where(file => report.Outcome != InstallOutcome.Conflict || file.State == "conflict"))
            {
                WriteFile(file, writer);
            }
        }

        foreach (var diff in report.Conflicts.Select(conflict => conflict.Diff).Concat(report.Diffs).Where(diff => !diff.Lines.IsEmpty))
        {
            writer.WriteLine();
            DiffWriter.Write(diff, writer, colour);
        }

        writer.WriteLine();
        writer.WriteLine(Summary(report));
        WriteOld(report.Old, writer);
        if (!report.NextCommands.IsEmpty)
        {
            writer.WriteLine();
            writer.WriteLine("Next:");
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

    private static void WriteFile(ReportedFile file, TextWriter writer) =>
        writer.WriteLine($"{file.State.PadRight(StateWidth)}{' '}{file.Path}{(file.Note is null ? "" : $"  ({file.Note})")}");

    // What happens, and what would but for the user's own changes.
    private static void WriteSteps(InstallReport report, TextWriter writer)
    {
        var width = report.Steps.Select(step => step.Subject.Length).DefaultIfEmpty().Max();
        foreach (var step in report.Steps)
        {
            writer.WriteLine($"{StepWords.Of(step.Kind).PadRight(StateWidth + 1)}{step.Subject.PadRight(width)}  ({step.Cause})");
        }

        foreach (var file in report.Files.Where(file => file.State is "kept" or "deleted" or "adopted"))
        {
            WriteFile(file, writer);
        }
    }

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
