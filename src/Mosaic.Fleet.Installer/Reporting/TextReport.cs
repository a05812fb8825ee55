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
            return;
        }

        foreach (var file in report.Files)
        {
            WriteFile(file, writer);
        }

        writer.WriteLine();
        writer.WriteLine(Summary(report));
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
