using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Where a verb's results and failures are printed: results on standard output, failures on standard error.</summary>
/// <param name="json">Whether both are JSON.</param>
/// <param name="quiet">Whether only failures are printed.</param>
internal sealed class CommandOutput(bool json, bool quiet)
{
    /// <summary>Whether a command of the fleet may print to the user's terminal.</summary>
    public bool IsForPeople => !json && !quiet;

    /// <summary>Prints a report; a conflict is an error and is printed even when quiet.</summary>
    public void Write(InstallReport report)
    {
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            JsonReport.Write(report, output);
            output.WriteByte((byte)'\n');
            return;
        }

        if (report.Outcome == InstallOutcome.Conflict)
        {
            TextReport.Write(report, Console.Error);
        }
        else if (!quiet)
        {
            TextReport.Write(report, Console.Out);
        }
    }

    /// <summary>Runs a verb, and turns its failure into words and an exit code.</summary>
    public int Guard(Func<int> verb)
    {
        try
        {
            return verb();
        }
        catch (InstallationException failure)
        {
            if (json)
            {
                using var output = Console.OpenStandardOutput();
                JsonReport.Write(failure, output);
                output.WriteByte((byte)'\n');
            }
            else
            {
                foreach (var diagnostic in failure.Diagnostics)
                {
                    Console.Error.Write(DiagnosticFormatter.Format(diagnostic));
                }
            }

            return ExitCode.Of(failure.Kind);
        }
    }
}
