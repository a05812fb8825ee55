using System.CommandLine;
using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary>The options that decide what an installation is: those of the tool without a verb and of <c>plan</c>.</summary>
internal sealed class InstallOptions
{
    private readonly Option<string?> _profile = new("--profile")
    {
        Description = "Begin with this profile: minimal, local-factory, usc-software-factory, one of your own, or a file.",
        HelpName = "NAME|FILE",
    };

    private readonly Option<string?> _roster = new("--roster")
    {
        Description = "The roster to install; remembered by later runs. [default: $MOSAIC_HOME/fleet/roster.yaml]",
        HelpName = "FILE",
    };

    private readonly Option<bool> _replaceRoster = new("--replace-roster")
    {
        Description = "With --profile: replace a roster that you edited; yours is kept beside it.",
    };

    private readonly Option<bool> _restore = new("--restore") { Description = "Write again the generated files that you deleted." };

    private readonly Option<string?> _conflict = NewConflictOption();

    private readonly Option<bool> _diff = new("--diff") { Description = "Show what each changed file loses and gains, without secrets." };

    private readonly Option<bool> _start = new("--start") { Description = "Start the fleet afterwards, and show its status." };

    private readonly Option<bool> _enableLinger = new("--enable-linger")
    {
        Description = "Let your units run without a login, and from boot on (loginctl enable-linger). Never undone by this tool.",
    };

    private readonly Option<bool> _noSystemd = new("--no-systemd")
    {
        Description = "Make no systemd units: the fleet runs on tmux alone. Remembered; '--no-systemd false' undoes it.",
        HelpName = "true|false",
    };

    /// <summary>Those of every verb.</summary>
    public CommonOptions Common { get; } = new();

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _profile, Common.ProfilePath, Common.TemplatePath, _roster, _replaceRoster, _restore, _conflict, _diff, _start, _enableLinger, _noSystemd, Common.Verbose })
        {
            command.Options.Add(option);
        }

        Common.AddTo(command);
    }

    /// <summary>What the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variables">The caller's environment.</param>
    /// <param name="dryRun">Whether it is shown and not done.</param>
    public InstallRequest Read(ParseResult arguments, IReadOnlyDictionary<string, string> variables, bool dryRun) => new()
    {
        Variables = variables,
        Profile = arguments.GetValue(_profile),
        ProfilePath = CommonOptions.Path(arguments.GetValue(Common.ProfilePath)),
        TemplatePath = CommonOptions.Path(arguments.GetValue(Common.TemplatePath)),
        Roster = CommonOptions.Path(arguments.GetValue(_roster)),
        ReplaceRoster = arguments.GetValue(_replaceRoster),
        Restore = arguments.GetValue(_restore),
        Answers = ConflictAnswers.None with { ForAll = Answer(arguments.GetValue(_conflict)) },
        Diff = arguments.GetValue(_diff),
        Start = arguments.GetValue(_start),
        DryRun = dryRun,
        EnableLinger = arguments.GetValue(_enableLinger),
        NoSystemd = arguments.GetResult(_noSystemd) is { Implicit: false } ? arguments.GetValue(_noSystemd) : null,
    };

    /// <summary><c>--conflict</c>, for the verbs that put files in place; <see cref="Answer"/> reads its value.</summary>
    public static Option<string?> NewConflictOption()
    {
        var option = new Option<string?>("--conflict")
        {
            Description = "What to do with files that both you and this tool changed: keep yours, overwrite them, or write ours beside them (FILE.mosaic-new).",
            HelpName = "keep|overwrite|sidecar",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } word && Answer(word) is null)
            {
                result.AddError($"--conflict takes keep, overwrite or sidecar, not '{word}'");
            }
        });
        return option;
    }

    /// <summary>The answer that a word stands for; null when it is none.</summary>
    public static ConflictAnswer? Answer(string? word) => word switch
    {
        "keep" => ConflictAnswer.Keep,
        "overwrite" => ConflictAnswer.Overwrite,
        "sidecar" => ConflictAnswer.Sidecar,
        _ => null,
    };
}
