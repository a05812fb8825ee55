using System.CommandLine;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Reporting;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Cli;

/// <summary><c>profiles list|show</c>: the profiles that <c>--profile</c> and <c>extends</c> can name.</summary>
internal sealed class ProfilesCommand
{
    private readonly Argument<string> _profile = new("PROFILE") { Description = "A profile's name, or its file." };

    private readonly CommonOptions _common = new();

    /// <summary>The verb with its two sub-verbs.</summary>
    public Command Build()
    {
        var list = new Command("list", "List the profiles, and where each comes from.") { _common.ProfilePath };
        _common.AddTo(list);
        list.SetAction(arguments => Output(arguments).Guard(() =>
        {
            var profiles = Open(arguments).Files;
            Output(arguments).Write(writer => ProfileList.WriteText(profiles, writer), stream => ProfileList.WriteJson(profiles, stream));
            return ExitCode.Done;
        }));

        var show = new Command("show", "Print a profile.") { _profile, _common.ProfilePath };
        _common.AddTo(show);
        show.SetAction(Show);

        return new Command("profiles", "List and show the rosters to begin with.") { list, show };
    }

    private int Show(ParseResult arguments)
    {
        var output = Output(arguments);
        return output.Guard(() =>
        {
            var profiles = Open(arguments);
            var profile = profiles.Require(arguments.GetValue(_profile)!);
            output.Write(_ => WriteAsItStands(profile), stream => WriteJson(profile, profiles, stream));
            return ExitCode.Done;
        });
    }

    private static void WriteAsItStands(Profile profile)
    {
        using var stream = Console.OpenStandardOutput();
        stream.Write(profile.Content.AsSpan());
    }

    // Which agents it has is known only when nothing is wrong with it.
    private static void WriteJson(Profile profile, ProfileCatalogue profiles, Stream stream)
    {
        var decoded = SourceTextDecoder.Decode(profile.File ?? profile.Name, profile.Content.AsSpan());
        var source = decoded.Source ?? throw new InstallationException(FailureKind.BadInput, decoded.Diagnostics);
        var reading = RosterReader.Read(source, profiles);
        var roster = reading.Roster ?? throw new InstallationException(FailureKind.BadInput, reading.Diagnostics);
        ProfileReport.WriteJson(profile, source.Text, roster, stream);
    }

    private CommandOutput Output(ParseResult arguments) => new(_common, arguments);

    private ProfileCatalogue Open(ParseResult arguments)
    {
        var layout = FleetLayout.Locate(ProcessEnvironment.Read());
        return HostProfiles.Open(layout, CommonOptions.Path(arguments.GetValue(_common.ProfilePath)) ?? InstalledFiles.ReadRecord(layout).ProfilePath);
    }
}
