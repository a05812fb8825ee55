using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The tool without a verb: installs what the roster asks for.</summary>
internal sealed class ApplyCommand
{
    private readonly Option<string?> profile = new("--profile")
    {
        Description = "Begin with this profile: minimal, local-factory or usc-software-factory.",
        HelpName = "NAME",
    };

    private readonly Option<string?> roster = new("--roster")
    {
        Description = "The roster to install; remembered by later runs. [default: $MOSAIC_HOME/fleet/roster.yaml]",
        HelpName = "FILE",
    };

    private readonly Option<bool> replaceRoster = new("--replace-roster")
    {
        Description = "With --profile: replace a roster that you edited; yours is kept beside it.",
    };

    private readonly Option<bool> restore = new("--restore") { Description = "Write again the generated files that you deleted." };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Show what would be done, and write nothing." };

    private readonly Option<bool> start = new("--start") { Description = "Start the fleet afterwards, and show its status." };

    private readonly Option<bool?> noSystemd = new("--no-systemd")
    {
        Description = "Make no systemd units: the fleet runs on tmux alone. Remembered; '--no-systemd false' undoes it.",
        HelpName = "true|false",
    };

    private readonly CommonOptions common = new();

    /// <summary>The root command with its options and its action.</summary>
    public RootCommand Build()
    {
        var command = new RootCommand("Makes a fleet of coding agents from one YAML roster.")
        {
            profile, roster, replaceRoster, restore, dryRun, start, noSystemd,
        };
        common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(arguments.GetValue(common.Json), arguments.GetValue(common.Quiet));
        return output.Guard(() =>
        {
            var effects = new LinuxEffects();
            var variables = ProcessEnvironment.Read();
            var report = new InstallPipeline(effects).Run(new InstallRequest
            {
                Variables = variables,
                Profile = arguments.GetValue(profile),
                Roster = arguments.GetValue(roster) is { } file ? AbsolutePath.From(Path.GetFullPath(file)) : null,
                ReplaceRoster = arguments.GetValue(replaceRoster),
                Restore = arguments.GetValue(restore),
                DryRun = arguments.GetValue(dryRun),
                NoSystemd = arguments.GetValue(noSystemd),
            });
            var starts = arguments.GetValue(start) && report.Outcome is (InstallOutcome.Installed or InstallOutcome.Unchanged);
            output.Write(report);
            return report.Outcome == InstallOutcome.Conflict ? ExitCode.Conflict
                : starts ? FleetStarter.Start(effects, FleetLayout.Locate(variables), output.IsForPeople)
                : ExitCode.Done;
        });
    }
}
