using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>plan</c>: shows what an installation would do, step by step, and does nothing.</summary>
internal sealed class PlanCommand
{
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 when something would change." };

    private readonly InstallOptions _options = new();

    /// <summary>The verb with its options and its action.</summary>
    public Command Build()
    {
        var command = new Command("plan", "Show what would be done and why, and write nothing.") { _exitCode };
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_options.Common, arguments);
        return output.Guard(() =>
        {
            var report = new InstallPipeline(new LinuxEffects()).Run(_options.Read(arguments, ProcessEnvironment.Read(), dryRun: true));
            output.Write(report);
            return report.Outcome switch
            {
                InstallOutcome.Conflict => ExitCode.Conflict,
                InstallOutcome.Planned when arguments.GetValue(_exitCode) => ExitCode.Differences,
                _ => ExitCode.Done,
            };
        });
    }
}
