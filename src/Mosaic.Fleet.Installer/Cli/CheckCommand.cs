using System.Collections.Immutable;
using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Reporting;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>check [ROSTER|-]</c>: validates a roster or a profile's file, and installs nothing.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string?> _roster = new("ROSTER")
    {
        Description = "The roster or profile to check; - is standard input. [default: the roster that is installed]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its argument and its action.</summary>
    public Command Build()
    {
        var command = new Command("check", "Say all that is wrong with a roster; exit 65 on errors.") { _roster, _common.ProfilePath };
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_common, arguments);
        return output.Guard(() =>
        {
            var input = RosterInput.Read(arguments.GetValue(_roster), arguments.GetValue(_common.ProfilePath));
            var reading = RosterReader.Read(input.Name, input.Content, input.Profiles);
            var roster = reading.Roster ?? throw new InstallationException(FailureKind.BadInput, reading.Diagnostics);
            List<Diagnostic> warnings = [.. reading.Diagnostics, .. FindMissing(input, roster)];
            output.Warn(warnings);
            output.Write(
                writer => CheckReport.WriteText(input.Name, roster, warnings, writer),
                stream => CheckReport.WriteJson(roster, warnings, stream));
            return ExitCode.Done;
        });
    }

    // Without HOME nobody can say where `~` and templates of the user's own are, nor what a login shell would find.
    private static ImmutableArray<Diagnostic> FindMissing(RosterInput input, FleetRoster roster)
    {
        if (input.Layout is not { } layout)
        {
            return [];
        }

        var templates = HostTemplates.Open(layout, input.Record?.TemplatePath);
        var missing = ArtifactRenderer.MissingKickstartTemplates(roster, templates).ToImmutableArray();
        if (!missing.IsEmpty)
        {
            throw new InstallationException(FailureKind.BadInput, missing);
        }

        var facts = input.Record?.Facts ?? HostObserver.Observe(ProcessEnvironment.Read(), layout, recorded: null);
        return [.. new HostExpectations(facts, layout).FindMissing(roster), .. TransportExpectation.FindMissing(roster, layout, templates)];
    }
}
