using System.CommandLine;
using Mosaic.Fleet.Installer.Applying.Verification;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>verify</c>: compares the disk with what was written there last, and changes nothing.</summary>
internal sealed class VerifyCommand
{
    private readonly CommonOptions _common = new();

    /// <summary>The verb with its action.</summary>
    public Command Build()
    {
        var command = new Command("verify", $"Say which files are no longer as they were written; exit 1 when some are.\n\n{VerificationReport.Legend}");
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
            var status = new InstallationVerifier(layout).Verify();
            output.Warn(status.Problems);
            output.Write(writer => VerificationReport.WriteText(status, layout, writer), stream => VerificationReport.WriteJson(status, layout, stream));
            return status.IsClean ? ExitCode.Done : ExitCode.Differences;
        });
    }
}
