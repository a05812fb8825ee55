using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>What the tool does without a verb: installs what the roster asks for, and tells what became of it.</summary>
/// <param name="output">Where it is told.</param>
internal sealed class Installation(CommandOutput output)
{
    private readonly LinuxEffects _effects = new();

    /// <summary>The tool without a word on its command line.</summary>
    /// <returns>The exit code.</returns>
    public static int RunWithoutOptions() =>
        new Installation(new CommandOutput()).Run(() => new InstallRequest { Variables = ProcessEnvironment.Read() }, restartsChanged: false);

    /// <summary>Installs.</summary>
    /// <param name="read">Reads what is asked for.</param>
    /// <param name="restartsChanged">Whether running agents whose configuration has changed are restarted.</param>
    /// <returns>The exit code.</returns>
    public int Run(Func<InstallRequest> read, bool restartsChanged) => output.Guard(() => Install(read(), restartsChanged));

    private int Install(InstallRequest request, bool restartsChanged)
    {
        var pipeline = new InstallPipeline(_effects);
        var report = pipeline.Run(request);
        if (report.Outcome == InstallOutcome.Conflict && !request.DryRun && request.Answers.ForAll is null && output.CanAsk)
        {
            output.EndProgress();
            if (new ConflictQuestions(Console.In, Console.Error, output.ColoursErrors).Ask(report.Conflicts) is not { } answers)
            {
                Console.Error.WriteLine("Nothing was written.");
                return ExitCode.Conflict;
            }

            report = pipeline.Run(request with { Answers = answers });
        }

        var isInstalled = !request.DryRun && report.Outcome is (InstallOutcome.Installed or InstallOutcome.Unchanged);
        var restarts = restartsChanged && isInstalled;
        var layout = FleetLayout.Locate(request.Variables);
        var fleet = new RunningFleet(_effects, layout);
        if (restarts || report.Outcome == InstallOutcome.Installed)
        {
            report = fleet.AddOldConfiguration(report, restarts);
        }

        output.Write(report);
        var exitCode = report.Outcome == InstallOutcome.Conflict ? ExitCode.Conflict : ExitCode.Done;
        if (restarts && !report.Old.Agents.IsEmpty)
        {
            exitCode = fleet.Restart(report.Old.Agents, output.IsForPeople);
        }

        return exitCode == ExitCode.Done && isInstalled && request.Start
            ? FleetStarter.Start(_effects, layout, output.IsForPeople)
            : exitCode;
    }
}
