using System.CommandLine;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Where a verb's results and failures are printed: results on standard output, failures on standard error.</summary>
/// <param name="json">Whether both are JSON.</param>
/// <param name="quiet">Whether only failures are printed.</param>
/// <param name="verbose">Whether reports name what stays as it is, too.</param>
/// <param name="plain">Whether nothing is coloured, whatever it is printed to.</param>
internal sealed class CommandOutput(bool json = false, bool quiet = false, bool verbose = false, bool plain = false)
{
    // https://no-color.org
    private readonly bool _mayColour = !plain && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private Action _endProgress = () => { };

    /// <summary>The output that a command line asks for.</summary>
    public CommandOutput(CommonOptions options, ParseResult arguments)
        : this(arguments.GetValue(options.Json), arguments.GetValue(options.Quiet), arguments.GetValue(options.Verbose), arguments.GetValue(options.NoColor))
    {
    }

    /// <summary>Whether somebody is there to be asked.</summary>
    public bool CanAsk => IsForPeople && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Whether standard error shows colours.</summary>
    public bool ColoursErrors => _mayColour && !Console.IsErrorRedirected;

    /// <summary>Whether standard output shows colours.</summary>
    public bool Colours => _mayColour && !Console.IsOutputRedirected;

    /// <summary>How wide the terminal at standard output is, in characters; null where there is none.</summary>
    public static int? Columns => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Console.WindowWidth;

    /// <summary>Whether a command of the fleet may print to the user's terminal.</summary>
    public bool IsForPeople => !json && !quiet;

    /// <summary>Prints a report; a conflict is an error and is printed even when quiet.</summary>
    public void Write(InstallReport report)
    {
        EndProgress();
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
            TextReport.Write(report, Console.Error, ColoursErrors, verbose);
        }
        else if (!quiet)
        {
            TextReport.Write(report, Console.Out, Colours, verbose);
        }
    }

    /// <summary>Prints warnings for people, on standard error; JSON has them in its report.</summary>
    public void Warn(IEnumerable<Diagnostic> warnings)
    {
        EndProgress();
        var all = warnings.ToList();
        if (IsForPeople && all.Count > 0)
        {
            Print(all);
            if (!Console.IsErrorRedirected)
            {
                Console.Error.WriteLine();
            }
        }
    }

    /// <summary>Prints what a verb found out.</summary>
    /// <param name="asText">Writes it for people; not called when quiet.</param>
    /// <param name="asJson">Writes it as one JSON value.</param>
    public void Write(Action<TextWriter> asText, Action<Stream> asJson)
    {
        EndProgress();
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
        using var progress = IsForPeople && !Console.IsErrorRedirected ? new ProgressLine(Console.Error.Write) : null;
        _endProgress = () => progress?.Dispose();
        try
        {
            return verb();
        }
        catch (InstallationException failure)
        {
            EndProgress();
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

    /// <summary>Clears the line that says that a run is at work, before anything else is shown.</summary>
    public void EndProgress() => _endProgress();

    private void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Console.Error.Write(DiagnosticFormatter.Format(diagnostic, ColoursErrors));
        }
    }
}
