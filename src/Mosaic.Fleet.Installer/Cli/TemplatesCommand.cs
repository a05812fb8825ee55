using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Reporting;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>templates list|export</c>: which templates are used, and copies of built-in ones to change.</summary>
internal sealed class TemplatesCommand
{
    private readonly Argument<string> _pattern = new("GLOB")
    {
        Description = "Which built-in templates, as fleet/tmux.conf.sbn or 'tools/**'.",
        DefaultValueFactory = _ => "**",
    };

    private readonly Option<string?> _output = CommonOptions.Folder("--output", "Where to write them. [default: $MOSAIC_HOME/fleet/templates]");

    private readonly Option<bool> _force = new("--force") { Description = "Replace files that are there and differ." };

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its two sub-verbs.</summary>
    public Command Build()
    {
        var list = new Command("list", "List the templates, and where each comes from.") { _common.TemplatePath };
        _common.AddTo(list);
        list.SetAction(List);

        var export = new Command("export", "Copy built-in templates to a folder, to change them there.") { _pattern, _output, _force };
        _common.AddTo(export);
        export.SetAction(Export);

        return new Command("templates", "List and export the templates that artifacts are made from.") { list, export };
    }

    private int List(ParseResult arguments)
    {
        var output = Output(arguments);
        return output.Guard(() =>
        {
            var layout = FleetLayout.Locate(ProcessEnvironment.Read());
            var named = CommonOptions.Path(arguments.GetValue(_common.TemplatePath)) ?? InstalledFiles.ReadRecord(layout).TemplatePath;
            var templates = HostTemplates.Open(layout, named);
            output.Write(writer => TemplateList.WriteText(templates, writer), stream => TemplateList.WriteJson(templates, stream));
            return ExitCode.Done;
        });
    }

    private int Export(ParseResult arguments)
    {
        var output = Output(arguments);
        return output.Guard(() =>
        {
            var paths = BuiltInTemplates.Find(arguments.GetValue(_pattern)!);
            var folder = CommonOptions.Path(arguments.GetValue(_output)) ?? FleetLayout.Locate(ProcessEnvironment.Read()).TemplateFolder;
            var files = new TemplateExporter(new LinuxEffects()).Export(paths, folder, arguments.GetValue(_force));
            output.Write(writer => ExportReport.WriteText(files, writer), stream => ExportReport.WriteJson(files, stream));
            return ExitCode.Done;
        });
    }

    private CommandOutput Output(ParseResult arguments) => new(_common, arguments);
}
