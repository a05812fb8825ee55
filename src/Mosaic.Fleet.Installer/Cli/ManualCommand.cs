using System.CommandLine;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Rendering.Commands;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>man</c>: prints the tool's manual page.</summary>
internal static class ManualCommand
{
    /// <summary>The verb with its action.</summary>
    /// <param name="root">The command line that the page describes.</param>
    public static Command Build(RootCommand root)
    {
        var command = new Command("man", "Print the manual page of this command, as: mosaic-fleet-install man | man -l -.");
        command.SetAction(_ =>
        {
            var page = ToolCommands.Describe(root, CommandLine.Name);
            Console.Out.Write(BuiltInTemplates.Render("share/manual.1.sbn", CommandModel.ForManual(page, page.All.Skip(1), [])));
            return ExitCode.Done;
        });
        return command;
    }
}
