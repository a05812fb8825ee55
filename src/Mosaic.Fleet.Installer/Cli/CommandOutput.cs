using System.CommandLine;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Where a verb's results and failures are printed: results on standard output, failures on standard error.</summary>
/// <param name="json">Whether both are JSON.</param>
/// <param name="quiet">Whether only failures are printed.</param>
/// <param name="mayColour">Whether a terminal gets colours.</param>
internal sealed class CommandOutput(bool json, bool quiet, bool mayColour)
{
    /// <summary>The output that a command line asks for; NO_COLOR is that of no-color.org.</summary>
    public CommandOutput(CommonOptions options, ParseResult arguments)
        : this(
            arguments.GetValue(options.Json),
            arguments.GetValue(options.Quiet),
            !arguments.GetValue(options.NoColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
    {
    }

    /// <summary>Whether somebody is there to be asked.</summary>
    public bool CanAsk => IsForPeople && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Whether standard error shows colours.</summary>
    public bool ColoursErrors => mayColour && !Console.IsErrorRedirected;

    /// <summary>Whether standard output shows colours.</summary>
    public bool Colours => mayColour && !Console.IsOutputRedirected;

    /// <summary>Whether a command of the fleet may print to the user's terminal.</summary>
    public bool IsForPeople => !json && !quiet;

    /// <summary>Prints a report; a conflict is an error and is printed even when quiet.</summary>
    public void Write(InstallReport report)
    {
        Warn(report.Warnings);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            JsonReport.Write(report, output);
            output.WriteByte((byte)'\n');
            return;
        }

        if (report.Outcome == InstallOutcome.Conflict)
        {
            TextReport.Write(report, Console.Error, ColoursErrors);
        }
        else if (!quiet)
        {
            TextReport.Write(report, Console.Out, Colours);
        }
    }

    /// <summary>Prints warnings for people, on standard error; JSON has them in its report.</summary>
    public void Warn(IEnumerable<Diagnostic> warnings)
    {
        if (IsForPeople)
        {
            Print(warnings);
        }
    }

    /// <summary>Prints what a verb found out.</summary>
    /// <param name="asText">Writes it for people; not called when quiet.</param>
    /// <param name="asJson">Writes it as one JSON value.</param>
    public void Write(Action<TextWriter> asText, Action<Stream> asJson)
    {
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            asJson(output);
            output.WriteByte((byte)'\n');
        }
        else if (!quiet)
        {
            asText(Console.Out);
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
                Print(failure.Diagnostics);
            }

            return ExitCode.Of(failure.Kind);
        }
    }

    private static void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.Write(DiagnosticFormatter.Format(diagnostic));
        }
    }
}
