using System.CommandLine;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Options that more than one verb has.</summary>
internal sealed class CommonOptions
{
    /// <summary><c>--json</c></summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the report, and errors too, as JSON." };

    /// <summary><c>--quiet</c></summary>
    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Print nothing but errors." };

    /// <summary><c>--no-color</c></summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Print no colours, as when NO_COLOR is set." };

    /// <summary><c>--profile-path</c>, for the verbs that read profiles.</summary>
    public Option<string?> ProfilePath { get; } = new("--profile-path")
    {
        Description = "A folder with profiles of your own. [default: the one of the last installation; then $MOSAIC_HOME/fleet/profiles]",
        HelpName = "DIR",
    };

    /// <summary>A folder or file that was named on the command line, as a path from the root.</summary>
    public static AbsolutePath? Path(string? named) => named is null ? null : AbsolutePath.From(System.IO.Path.GetFullPath(named));

    /// <summary>Adds those of every verb.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(Json);
        command.Options.Add(Quiet);
        command.Options.Add(NoColor);
    }
}
