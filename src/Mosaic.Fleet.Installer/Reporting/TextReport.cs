namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes a report for people.</summary>
internal static class TextReport
{
    private const int StateWidth = 10;

    /// <summary>Writes a line a file, a summary, and what to type next.</summary>
    public static void Write(InstallReport report, TextWriter writer)
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

        foreach (var file in report.Files)
        {
            WriteFile(file, writer);
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
        writer.WriteLine($"{file.State.PadRight(StateWidth)}{file.Path}{(file.Note is null ? "" : $"  ({file.Note})")}");

    private static string Summary(InstallReport report)
    {
        var counts = string.Join(", ", report.Files.CountBy(file => file.State).Select(pair => $"{pair.Value} {pair.Key}"));
        return report.Outcome switch
        {
            InstallOutcome.Planned => $"Nothing was written (dry run): {counts}.",
            InstallOutcome.Conflict => $"Nothing was written (conflict): {counts}.",
            _ => $"Done: {counts}.",
        };
    }
}
