using System.CommandLine;
using Mosaic.Fleet.Installer.Diagnostics;
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

    /// <summary><c>--verbose</c>, for the verbs that install files.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Name the files that stay as they are, too." };

    /// <summary><c>--profile-path</c>, for the verbs that read profiles.</summary>
    public Option<string?> ProfilePath { get; } = Folder(
        "--profile-path",
        "A folder with profiles of your own. [default: the one of the last installation; then $MOSAIC_HOME/fleet/profiles]");

    /// <summary><c>--template-path</c>, for the verbs that read templates.</summary>
    public Option<string?> TemplatePath { get; } = Folder(
        "--template-path",
        "A folder with templates of your own. [default: the one of the last installation; then $MOSAIC_HOME/fleet/templates]");

    /// <summary>An option that takes a folder; one that no record could hold is refused as a wrong command line.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What help says of it.</param>
    public static Option<string?> Folder(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DIR" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } folder && (folder.Length == 0 || folder.Any(char.IsControl)))
            {
                result.AddError($"{name} takes a folder, and {QuotedText.Of(folder)} names none");
            }
        });
        return option;
    }

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
