using System.CommandLine;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Rendering.Commands;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>completion bash|zsh|fish</c>: prints a script that completes the tool's own command line.</summary>
internal sealed class CompletionCommand
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell that is to complete.", HelpName = "bash|zsh|fish" };

    /// <summary>The verb with its argument and its action.</summary>
    /// <param name="root">The command line to complete.</param>
    public Command Build(RootCommand root)
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", "Print what completes this command in your shell, as: source <(mosaic-fleet-install completion bash).") { _shell };
        command.SetAction(arguments =>
        {
            var page = ToolCommands.Describe(root, CommandLine.Name);
            Console.Out.Write(BuiltInTemplates.Render($"share/completion.{arguments.GetValue(_shell)}.sbn", CommandModel.ForCompletion(page, [page])));
            return ExitCode.Done;
        });
        return command;
    }
}
