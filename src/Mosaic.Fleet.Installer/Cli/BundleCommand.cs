using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Packaging;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>bundle --output FILE</c>: writes one shell script that installs a fleet on hosts without .NET.</summary>
internal sealed class BundleCommand
{
    private readonly Option<string?> _output = CommonOptions.Folder("--output", "The script to write; an earlier bundle there is replaced.");

    private readonly PackageOptions _options = new();

    /// <summary>The verb with its options and its action.</summary>
    public Command Build()
    {
        _output.Required = true;
        _output.HelpName = "FILE";
        var command = new Command("bundle", "Write one shell script that installs a fleet on hosts without .NET; it has a --help of its own.") { _output };
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_options.Common, arguments);
        return output.Guard(() =>
        {
            var file = CommonOptions.Path(arguments.GetValue(_output))!;
            var request = _options.Read(arguments);
            var fleet = PackagePipeline.Run(request);
            new BundleWriter(new LinuxEffects()).Write(file, Bundle.Make(fleet, BundleWriter.Stamp(request.Variables)));
            output.Warn(fleet.Warnings);
            output.Write(
                writer => writer.WriteLine($"{fleet.Tree.Files.Length} files are in {file}. On a host: sh {file.Name} --help"),
                stream => TreeReport.WriteJson(fleet.Tree, file, fleet.Warnings, stream));
            return ExitCode.Done;
        });
    }
}
