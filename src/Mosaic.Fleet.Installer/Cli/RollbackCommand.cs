using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>rollback [N]</c>: brings an earlier generation back.</summary>
internal sealed class RollbackCommand
{
    private readonly Argument<int?> _number = new("N")
    {
        Description = "The generation, as history numbers it. [default: the one before the one that stands]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be done, and write nothing." };

    private readonly Option<string?> _conflict = InstallOptions.NewConflictOption();

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its argument, options and action.</summary>
    public Command Build()
    {
        var command = new Command("rollback", "Bring the files of an earlier run back; your roster is not touched, and no running agent is restarted.") { _number, _dryRun, _conflict, _common.Verbose };
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_common, arguments);
        return output.Guard(() =>
        {
            var effects = new LinuxEffects();
            var variables = ProcessEnvironment.Read();
            var answers = ConflictAnswers.None with { ForAll = InstallOptions.Answer(arguments.GetValue(_conflict)) };
            var report = new RollbackPipeline(effects).Run(variables, arguments.GetValue(_number), answers, arguments.GetValue(_dryRun));
            if (report.Outcome == InstallOutcome.Installed)
            {
                report = new RunningFleet(effects, FleetLayout.Locate(variables)).AddOldConfiguration(report, renews: false);
            }

            output.Write(report);
            return report.Outcome == InstallOutcome.Conflict ? ExitCode.Conflict : ExitCode.Done;
        });
    }
}
