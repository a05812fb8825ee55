using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The tool without a verb: installs what the roster asks for.</summary>
internal sealed class ApplyCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be done, and write nothing." };

    private readonly Option<bool> _restartChanged = new("--restart-changed")
    {
        Description = "Restart the running agents whose configuration has changed; without it no running agent is touched.",
    };

    private readonly InstallOptions _options = new();

    /// <summary>The root command with its options and its action.</summary>
    public RootCommand Build()
    {
        var command = new RootCommand("Makes a fleet of coding agents from one YAML roster.") { _dryRun, _restartChanged };
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_options.Common, arguments);
        return output.Guard(() =>
        {
            var effects = new LinuxEffects();
            var variables = ProcessEnvironment.Read();
            var request = _options.Read(arguments, variables, arguments.GetValue(_dryRun));
            var pipeline = new InstallPipeline(effects);
            var report = pipeline.Run(request);
            if (report.Outcome == InstallOutcome.Conflict && !request.DryRun && request.Answers.ForAll is null && output.CanAsk)
            {
                if (new ConflictQuestions(Console.In, Console.Error, output.ColoursErrors).Ask(report.Conflicts) is not { } answers)
                {
                    Console.Error.WriteLine("Nothing was written.");
                    return ExitCode.Conflict;
                }

                report = pipeline.Run(request with { Answers = answers });
            }

            var isInstalled = !request.DryRun && report.Outcome is (InstallOutcome.Installed or InstallOutcome.Unchanged);
            var restarts = arguments.GetValue(_restartChanged) && isInstalled;
            var layout = FleetLayout.Locate(variables);
            var fleet = new RunningFleet(effects, layout);
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
                ? FleetStarter.Start(effects, layout, output.IsForPeople)
                : exitCode;
        });
    }
}
