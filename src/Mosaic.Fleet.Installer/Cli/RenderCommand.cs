using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>render --output DIR</c>: writes a fleet as a tree for packagers; touches nothing else.</summary>
internal sealed class RenderCommand
{
    private readonly Option<string?> _output = CommonOptions.Folder("--output", "Where to write the tree: a new or empty folder, or an earlier tree.");

    private readonly Option<string?> _prefix = CommonOptions.Folder(
        "--prefix", "Make it for all users of a host: DIR/share/mosaic and DIR/lib/systemd/user, as in /usr. [default: for one home directory]");

    private readonly PackageOptions _options = new();

    /// <summary>The verb with its options and its action.</summary>
    public Command Build()
    {
        _output.Required = true;
        _prefix.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } prefix && !Path.IsPathRooted(prefix))
            {
                result.AddError($"--prefix takes an absolute path, as /usr, not '{prefix}'");
            }
        });
        var command = new Command("render", "Write all files of a fleet, but for what depends on the host, into a folder of their own, for packagers.") { _output, _prefix };
        _options.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult arguments)
    {
        var output = new CommandOutput(_options.Common, arguments);
        return output.Guard(() =>
        {
            var folder = CommonOptions.Path(arguments.GetValue(_output))!;
            var fleet = PackagePipeline.Run(_options.Read(arguments, arguments.GetValue(_prefix) is { } prefix ? AbsolutePath.From(prefix) : null));
            new TreeWriter(new LinuxEffects(), folder).Write(fleet.Tree);
            output.Warn(fleet.Warnings);
            output.Write(
                writer => TreeReport.WriteText(fleet.Tree, folder, writer),
                stream => TreeReport.WriteJson(fleet.Tree, folder, fleet.Warnings, stream));
            return ExitCode.Done;
        });
    }
}
