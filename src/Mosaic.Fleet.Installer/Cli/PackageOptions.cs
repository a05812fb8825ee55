using System.CommandLine;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The options that decide which fleet is made for other hosts: those of <c>render</c> and <c>bundle</c>.</summary>
internal sealed class PackageOptions
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "The profile to make it from: a name or a file. [default: the roster]",
        HelpName = "NAME|FILE",
    };

    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "The roster to make it from. [default: the one that is installed here]",
        HelpName = "FILE",
    };

    private readonly Option<bool> _noSystemd = new("--no-systemd") { Description = "Leave systemd units out." };

    /// <summary>Those of every verb.</summary>
    public CommonOptions Common { get; } = new();

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _profile, _roster, Common.ProfilePath, Common.TemplatePath, _noSystemd })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_profile) is not null && result.GetValue(_roster) is not null)
            {
                result.AddError("--profile and --roster both say what to make it from: give one of them");
            }
        });
        Common.AddTo(command);
    }

    /// <summary>What the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="prefix">The folder of <c>--prefix</c>; null for none.</param>
    public PackageRequest Read(ParseResult arguments, AbsolutePath? prefix = null) => new()
    {
        Variables = ProcessEnvironment.Read(),
        Profile = arguments.GetValue(_profile),
        Roster = CommonOptions.Path(arguments.GetValue(_roster)),
        ProfilePath = CommonOptions.Path(arguments.GetValue(Common.ProfilePath)),
        TemplatePath = CommonOptions.Path(arguments.GetValue(Common.TemplatePath)),
        Prefix = prefix,
        NoSystemd = arguments.GetValue(_noSystemd),
    };
}
