using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Uninstalling;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>uninstall</c>: stops the fleet and removes what the tool made; asks nothing.</summary>
internal sealed class UninstallCommand
{
    private readonly Option<bool> _purge = new("--purge")
    {
        Description = "Remove what is yours in the fleet, too: roster, *.local.env, edited files, messages and logs.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would go and what would stay, and change nothing." };

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its options and its action.</summary>
    public Command Build()
    {
        var command = new Command("uninstall", "Stop the fleet and remove what this tool made; your roster, *.local.env and edited files stay.") { _purge, _dryRun };
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_common, arguments);
        return output.Guard(() =>
        {
            var variables = ProcessEnvironment.Read();
            var layout = FleetLayout.Locate(variables);
            var dryRun = arguments.GetValue(_dryRun);
            var planner = new UninstallPlanner(layout, arguments.GetValue(_purge));
            var plan = dryRun ? planner.Plan() : new Uninstaller(new LinuxEffects(), layout, UserSystemd.Find(variables)).Uninstall(planner.Plan);
            output.Write(writer => UninstallReport.WriteText(plan, dryRun, layout, writer), stream => UninstallReport.WriteJson(plan, dryRun, layout, stream));
            return ExitCode.Done;
        });
    }
}
