using Mosaic.Fleet.Installer.Cli;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Rendering.Commands;

namespace Mosaic.Fleet.Installer.Tests.Rendering.Commands;

/// <summary>The commands of the product: those of a fleet, and the tool.</summary>
internal static class CommandPages
{
    /// <summary><c>mosaic</c> and all below it.</summary>
    public static CommandPage Fleet { get; } = new FleetCommands(new TemplateCatalogue(BuiltInTemplates.Layer), []).Root;

    /// <summary><c>mosaic-fleet-install</c> and all below it.</summary>
    public static CommandPage Tool { get; } = ToolCommands.Describe(CommandLine.Build(), CommandLine.Name);

    /// <summary>A file in <c>share/</c>, for the commands of a fleet or for the tool.</summary>
    public static string Completion(CommandPage root, string shell) =>
        BuiltInTemplates.Render($"share/completion.{shell}.sbn", CommandModel.ForCompletion(root, root == Tool ? [root] : [root, .. root.Verbs]));

    /// <summary>The manual page of a program, with the commands that it describes besides.</summary>
    public static string Manual(CommandPage program) =>
        BuiltInTemplates.Render("share/manual.1.sbn", CommandModel.ForManual(program, program == Fleet ? [] : program.All.Skip(1), []));
}
