using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Applying;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Packaging;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Rendering.Linting;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer;

/// <summary>The first stages of <see cref="InstallPipeline"/>, for other hosts: nothing here depends on this one but where its roster and templates lie.</summary>
internal static class PackagePipeline
{
    private const UnixFileMode RosterMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes the fleet of a roster.</summary>
    /// <exception cref="InstallationException">It could not; the exception says why and what to do.</exception>
    public static PackagedFleet Run(PackageRequest request)
    {
        // Without HOME all that is needed can still be named.
        var here = request.Variables.ContainsKey("HOME") || (request.Profile ?? request.Roster?.Value) is null ? FleetLayout.Locate(request.Variables) : null;
        var record = here is null ? InstallationRecord.Parse(string.Empty) : InstalledFiles.ReadRecord(here);

        // Roster and Profiles
        var profiles = HostProfiles.Open(here, request.ProfilePath ?? record.ProfilePath);
        var roster = request.Profile is { } name ? FromProfile(profiles.Require(name)) : FromFile(request.Roster ?? record.PlaceOfRoster(here!), record);
        var reading = RosterReader.Read(roster.File, roster.Content, profiles);
        var fleet = reading.Roster ?? throw new InstallationException(FailureKind.BadInput, reading.Diagnostics);

        // Layout, Rendering and lint
        var layout = FleetLayout.Elsewhere(request.Prefix);
        var templates = HostTemplates.Open(here, request.TemplatePath ?? record.TemplatePath);
        var (artifacts, templateWarnings) = ArtifactRenderer.Render(templates, fleet, layout, facts: null, !request.NoSystemd);
        new ArtifactLinter(layout, new BashSyntax(request.Variables.GetValueOrDefault("PATH", string.Empty)).FindFault)
            .Require([.. artifacts.Where(artifact => !artifact.UserFiles.IsEmpty)]);

        // Packaging
        var tree = PackagedTree.Of(artifacts.Add(new Artifact(layout.DefaultRoster, RosterMode, roster.Content)), layout);
        return new PackagedFleet(tree, roster, fleet, layout, templates, [.. reading.Diagnostics, .. templateWarnings]);
    }

    private static RosterSelection FromProfile(Profile profile) =>
        new(profile.File ?? $"{profile.Name}.yaml", [.. profile.Content], profile.Name, IsProfileText: true, IsWritten: true, ReplacesEdited: false);

    private static RosterSelection FromFile(AbsolutePath file, InstallationRecord record)
    {
        var content = InstalledFiles.ReadBytes(file, SourceTextDecoder.MaximumBytes) ?? throw InstallationErrors.NoRoster(file.Value);
        var roster = new RosterSelection(file.Value, content, Profile: null, IsProfileText: false, IsWritten: true, ReplacesEdited: false);
        return roster.Sha256 == record.Origin?.Sha256 ? roster with { Profile = record.Origin.Name, IsProfileText = true } : roster;
    }
}
