using System.CommandLine;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The whole command line: the tool without a verb, and its verbs.</summary>
internal static class CommandLine
{
    /// <summary>What the tool is called.</summary>
    public const string Name = "mosaic-fleet-install";

    /// <summary>The root command with every verb.</summary>
    public static RootCommand Build()
    {
        var root = new ApplyCommand().Build();
        root.Subcommands.Add(new PlanCommand().Build());
        root.Subcommands.Add(new CheckCommand().Build());
        root.Subcommands.Add(new ExplainCommand().Build());
        root.Subcommands.Add(new VerifyCommand().Build());
        root.Subcommands.Add(new DoctorCommand().Build());
        root.Subcommands.Add(new HistoryCommand().Build());
        root.Subcommands.Add(new DiffCommand().Build());
        root.Subcommands.Add(new RollbackCommand().Build());
        root.Subcommands.Add(new UninstallCommand().Build());
        root.Subcommands.Add(new RenderCommand().Build());
        root.Subcommands.Add(new BundleCommand().Build());
        root.Subcommands.Add(new ProfilesCommand().Build());
        root.Subcommands.Add(new TemplatesCommand().Build());
        root.Subcommands.Add(SchemaCommand.Build());
        root.Subcommands.Add(new CompletionCommand().Build(root));
        root.Subcommands.Add(ManualCommand.Build(root));
        return root;
    }
}
