using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering.Encoding;

namespace Mosaic.Fleet.Installer;

/// <summary>What one run was asked to do.</summary>
internal sealed record InstallRequest
{
    /// <summary>The caller's environment.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The profile of <c>--profile</c>, a name or a file; null to work from the roster that is there.</summary>
    public string? Profile { get; init; }

    /// <summary>The folder of <c>--profile-path</c>; null for the recorded one.</summary>
    public AbsolutePath? ProfilePath { get; init; }

    /// <summary>The folder of <c>--template-path</c>; null for the recorded one.</summary>
    public AbsolutePath? TemplatePath { get; init; }

    /// <summary>The file of <c>--roster</c>; null for the recorded or usual place.</summary>
    public AbsolutePath? Roster { get; init; }

    /// <summary>Whether an edited roster gives way to the profile, and is kept beside it.</summary>
    public bool ReplaceRoster { get; init; }

    /// <summary>Whether files that the user deleted come back.</summary>
    public bool Restore { get; init; }

    /// <summary>Whether the plan is shown and not applied.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the user's manager shall run without a login.</summary>
    public bool EnableLinger { get; init; }

    /// <summary>What the user said about conflicts.</summary>
    public ConflictAnswers Answers { get; init; } = ConflictAnswers.None;

    /// <summary>Whether the report shows what each changed file loses and gains.</summary>
    public bool Diff { get; init; }

    /// <summary>Whether the fleet is started afterwards: a step of the plan.</summary>
    public bool Start { get; init; }

    /// <summary>Whether units are left out; null keeps to what an earlier run was told.</summary>
    public bool? NoSystemd { get; init; }

    /// <summary>Whether it asks for nothing but what the last run did, so that the fingerprint can answer.</summary>
    public bool MayBeDoneAlready => Profile is null && ProfilePath is null && TemplatePath is null && Roster is null && NoSystemd is null && !Restore && !EnableLinger && !(DryRun && Start);

    /// <summary>The options that say the same again, each behind a blank, quoted for a shell.</summary>
    public string Again => string.Concat(
    [
        .. Profile is null ? [] : (string[])[$" --profile {ShellEncoder.Quote(Profile)}"],
        .. ProfilePath is null ? [] : (string[])[$" --profile-path {ShellEncoder.Quote(ProfilePath.Value)}"],
        .. TemplatePath is null ? [] : (string[])[$" --template-path {ShellEncoder.Quote(TemplatePath.Value)}"],
        .. Roster is null ? [] : (string[])[$" --roster {ShellEncoder.Quote(Roster.Value)}"],
        ReplaceRoster ? " --replace-roster" : "",
        Restore ? " --restore" : "",
        EnableLinger ? " --enable-linger" : "",
        NoSystemd is { } without ? $" --no-systemd{(without ? "" : " false")}" : "",
    ]);
}
