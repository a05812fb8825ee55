using System.CommandLine;
using Mosaic.Fleet.Installer.Applying.Diagnosis;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>doctor</c>: says what a fleet needs of this host, and what is amiss; changes nothing.</summary>
internal sealed class DoctorCommand
{
    private readonly CommonOptions _common = new();

    /// <summary>The verb with its action.</summary>
    public Command Build()
    {
        var command = new Command("doctor", "Look at all that a fleet needs of this host, and say how to mend it; exit 78 on errors.");
        _common.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_common, arguments);
        return output.Guard(() =>
        {
            var findings = HostDoctor.Examine(ProcessEnvironment.Read());
            output.Write(writer => DiagnosisReport.WriteText(findings, writer, output.Colours, CommandOutput.Columns), stream => DiagnosisReport.WriteJson(findings, stream));
            return findings.Any(finding => finding.Level == FindingLevel.Error) ? ExitCode.Of(FailureKind.BadEnvironment) : ExitCode.Done;
        });
    }
}
