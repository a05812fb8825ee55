using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>diff [N]</c>: compares a generation with what stands on the disk.</summary>
internal sealed class DiffCommand
{
    private readonly Argument<int?> _number = new("N")
    {
        Description = "The generation, as history numbers it. [default: the one that stands]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its argument and its action.</summary>
    public Command Build()
    {
        var command = new Command("diff", "Show what differs from a generation, secrets masked; exit 1 when something does.") { _number };
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_common, arguments);
        return output.Guard(() =>
        {
            var layout = FleetLayout.Locate(ProcessEnvironment.Read());
            var store = new GenerationStore(new LinuxEffects(), layout);
            var named = arguments.GetValue(_number);
            var number = named ?? (store.Numbers() is [.., var last] ? last : 0);
            var generation = store.Read(number) ?? throw InstallationErrors.NoGeneration(named);
            var changes = new GenerationDiffs(layout, store.Objects).Compare(generation);
            output.Write(
                writer => GenerationDiffReport.WriteText(number, changes, layout, writer, output.Colours),
                stream => GenerationDiffReport.WriteJson(number, changes, layout, stream));
            return changes.IsEmpty ? ExitCode.Done : ExitCode.Differences;
        });
    }
}
