using System.CommandLine;

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
        var command = new RootCommand($"Makes a fleet of coding agents from one YAML roster.\n\n{ExitCode.Legend}") { _dryRun, _restartChanged };
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments) => new Installation(new CommandOutput(_options.Common, arguments)).Run(
        () => _options.Read(arguments, ProcessEnvironment.Read(), arguments.GetValue(_dryRun)), arguments.GetValue(_restartChanged));
}
