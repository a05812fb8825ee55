using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The tool without a verb: installs what the roster asks for.</summary>
internal sealed class ApplyCommand
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Begin with this profile: minimal, local-factory, usc-software-factory, one of your own, or a file.",
        HelpName = "NAME|FILE",
    };

    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "The roster to install; remembered by later runs. [default: $MOSAIC_HOME/fleet/roster.yaml]",
        HelpName = "FILE",
    };

    private readonly Option<bool> _replaceRoster = new("--replace-roster")
    {
        Description = "With --profile: replace a roster that you edited; yours is kept beside it.",
    };

    private readonly Option<bool> _restore = new("--restore") { Description = "Write again the generated files that you deleted." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Show what would be done, and write nothing." };

    private readonly Option<bool> _start = new("--start") { Description = "Start the fleet afterwards, and show its status." };

    private readonly Option<bool> _restartChanged = new("--restart-changed")
    {
        Description = "Restart the running agents whose configuration has changed; without it no running agent is touched.",
    };

    private readonly Option<bool> _enableLinger = new("--enable-linger")
    {
        Description = "Let your units run without a login, and from boot on (loginctl enable-linger). Never undone by this tool.",
    };

    private readonly Option<bool?> _noSystemd = new("--no-systemd")
    {
        Description = "Make no systemd units: the fleet runs on tmux alone. Remembered; '--no-systemd false' undoes it.",
        HelpName = "true|false",
    };

    private readonly CommonOptions _common = new();

    /// <summary>The root command with its options and its action.</summary>
    public RootCommand Build()
    {
        var command = new RootCommand("Makes a fleet of coding agents from one YAML roster.")
        {
            _profile, _common.ProfilePath, _roster, _replaceRoster, _restore, _dryRun, _start, _restartChanged, _enableLinger, _noSystemd,
        };
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(arguments.GetValue(_common.Json), arguments.GetValue(_common.Quiet));
        return output.Guard(() =>
        {
            var effects = new LinuxEffects();
            var variables = ProcessEnvironment.Read();
            var report = new InstallPipeline(effects).Run(new InstallRequest
            {
                Variables = variables,
                Profile = arguments.GetValue(_profile),
                ProfilePath = CommonOptions.Path(arguments.GetValue(_common.ProfilePath)),
                Roster = CommonOptions.Path(arguments.GetValue(_roster)),
                ReplaceRoster = arguments.GetValue(_replaceRoster),
                Restore = arguments.GetValue(_restore),
                DryRun = arguments.GetValue(_dryRun),
                EnableLinger = arguments.GetValue(_enableLinger),
                NoSystemd = arguments.GetValue(_noSystemd),
            });
            var isInstalled = report.Outcome is InstallOutcome.Installed or InstallOutcome.Unchanged;
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

            return exitCode == ExitCode.Done && isInstalled && arguments.GetValue(_start)
                ? FleetStarter.Start(effects, layout, output.IsForPeople)
                : exitCode;
        });
    }
}
