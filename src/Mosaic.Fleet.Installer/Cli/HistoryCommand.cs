using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>history</c>: lists the generations, the newest first.</summary>
internal sealed class HistoryCommand
{
    private readonly CommonOptions _common = new();

    /// <summary>The verb with its action.</summary>
    public Command Build()
    {
        var command = new Command("history", "List the runs that changed something, the newest first; the one that stands has a star.");
        _common.AddTo(command);
        command.SetAction(arguments =>
        {
            var output = new CommandOutput(_common, arguments);
            return output.Guard(() =>
            {
                var history = History.Read(new GenerationStore(new LinuxEffects(), FleetLayout.Locate(ProcessEnvironment.Read())));
                output.Write(writer => HistoryReport.WriteText(history, writer), stream => HistoryReport.WriteJson(history, stream));
                return ExitCode.Done;
            });
        });
        return command;
    }
}
