using System.Text;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Profiles;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>
/// The choices of earlier runs that later ones keep to, as lines of <c>key value</c>. Facts of the host are among
/// them, so that a run from cron or another shell does not find another host.
/// </summary>
/// <param name="Roster">The file that <c>--roster</c> named; null for the usual place.</param>
/// <param name="Origin">The profile that the roster was written from; null if it is the user's own.</param>
/// <param name="WithUnits">False after <c>--no-systemd</c>.</param>
/// <param name="WasEnabled">Whether we once made the fleet start at boot; a user who undid that is not overruled.</param>
/// <param name="Facts">What host.env says; null before the first run.</param>
internal sealed record InstallationRecord(
    AbsolutePath? Roster, ProfileOrigin? Origin, bool WithUnits, bool WasEnabled, HostFacts? Facts)
{
    /// <summary>The folder that <c>--profile-path</c> named; null for none.</summary>
    public AbsolutePath? ProfilePath { get; init; }

    /// <summary>Whether it was this tool that turned linger on.</summary>
    public bool EnabledLinger { get; init; }

    /// <summary>The folder that <c>--template-path</c> named; null for none.</summary>
    public AbsolutePath? TemplatePath { get; init; }

    /// <summary>The record of a run that kept to this one but for what it was asked.</summary>
    /// <param name="roster">The file of <c>--roster</c>, if it was given.</param>
    /// <param name="selection">The roster that the run works from.</param>
    /// <param name="noSystemd">The value of <c>--no-systemd</c>, if it was given.</param>
    /// <param name="facts">What the run found out about the host.</param>
    public InstallationRecord After(AbsolutePath? roster, RosterSelection selection, bool? noSystemd, HostFacts facts)
    {
        var withUnits = noSystemd is { } without ? !without : WithUnits;
        return this with
        {
            Roster = roster ?? Roster,
            Origin = selection is { IsProfileText: true, Profile: { } profile } ? new ProfileOrigin(profile, selection.Sha256) : Origin,
            WithUnits = withUnits,
            WasEnabled = WasEnabled && withUnits,
            Facts = facts,
        };
    }

    /// <summary>Where the roster is that this installation follows.</summary>
    /// <param name="layout">Says where it usually is.</param>
    public AbsolutePath PlaceOfRoster(FleetLayout layout) => Roster ?? layout.DefaultRoster;

    /// <summary>Reads a record; unknown keys are of a newer version and say nothing to this one.</summary>
    public static InstallationRecord Parse(string text)
    {
        var values = text.Split('\n')
            .Select(line => line.Split(' ', 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        return new InstallationRecord(
            values.TryGetValue("roster", out var roster) ? AbsolutePath.From(roster) : null,
            values.TryGetValue("profile", out var profile) && values.TryGetValue("profile-sha256", out var hash)
                ? new ProfileOrigin(profile, hash)
                : null,
            values.GetValueOrDefault("systemd", "yes") == "yes",
            values.GetValueOrDefault("enabled", "no") == "yes",
            values.TryGetValue("path", out var path)
            && values.TryGetValue("locale", out var locale)
            && values.TryGetValue("tmux-tmpdir", out var folder)
                ? new HostFacts(path, locale, folder)
                : null)
        {
            ProfilePath = values.TryGetValue("profile-path", out var profiles) ? AbsolutePath.From(profiles) : null,
            EnabledLinger = values.GetValueOrDefault("linger", "no") == "yes",
            TemplatePath = values.TryGetValue("template-path", out var templates) ? AbsolutePath.From(templates) : null,
        };
    }

    /// <summary>Writes the record.</summary>
    public string Format()
    {
        var text = new StringBuilder();
        Line("roster", Roster?.Value);
        Line("profile", Origin?.Name);
        Line("profile-sha256", Origin?.Sha256);
        Line("profile-path", ProfilePath?.Value);
        Line("template-path", TemplatePath?.Value);
        Line("systemd", WithUnits ? "yes" : "no");
        Line("enabled", WasEnabled ? "yes" : "no");
        Line("linger", EnabledLinger ? "yes" : null);
        Line("path", Facts?.SearchPath);
        Line("locale", Facts?.Locale);
        Line("tmux-tmpdir", Facts?.TmuxTemporaryFolder);
        return text.ToString();

        void Line(string key, string? value)
        {
            if (value is not null)
            {
                text.Append(key).Append(' ').Append(value).Append('\n');
            }
        }
    }
}
