using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>Looks at all that a fleet needs of its host, and changes nothing.</summary>
internal static class HostDoctor
{
    /// <summary>Examines the host; the checks are independent, and none can end the others.</summary>
    /// <param name="variables">The caller's environment.</param>
    /// <exception cref="InstallationException">HOME or MOSAIC_HOME is missing or unusable.</exception>
    public static ImmutableArray<Finding> Examine(IReadOnlyDictionary<string, string> variables)
    {
        var layout = FleetLayout.Locate(variables);
        var record = InstalledFiles.ReadRecord(layout);
        var (roster, rosterFinding) = ReadRoster(layout, record.PlaceOfRoster(layout), record.ProfilePath);
        var host = new ExaminedHost
        {
            Variables = variables,
            Layout = layout,
            Record = record,
            IsInstalled = File.Exists(layout.Manifest.Value) || File.Exists(layout.InstallationRecord.Value),
            Roster = roster,
            Facts = record.Facts ?? HostObserver.Observe(variables, layout, recorded: null),
            LoginSearchPath = HostObserver.LoginSearchPath(variables, layout),
            Manager = RuntimeFolderCheck.FindManager(variables),
        };
        return
        [
            .. InstallationChecks.Examine(host), rosterFinding,
            .. ProgramChecks.Examine(host),
            .. ToolChecks.Examine(host),
            .. SearchPathChecks.Examine(host),
            RuntimeFolderCheck.Examine(host),
            .. UserManagerChecks.Examine(host),
            LingerCheck.Examine(host),
            SocketCheck.Examine(host),
            LocaleCheck.Examine(host),
            .. DiskCheck.Examine(host),
            .. PermissionChecks.Examine(host),
        ];
    }

    private static (FleetRoster? Roster, Finding Finding) ReadRoster(FleetLayout layout, AbsolutePath place, AbsolutePath? profilePath)
    {
        const string Check = "roster";
        try
        {
            if (InstalledFiles.ReadBytes(place, SourceTextDecoder.MaximumBytes) is not { } content)
            {
                return (null, Finding.NotApplicable(Check, $"there is none at {place}", "it says which agents there are", "mosaic-fleet-install --profile minimal"));
            }

            var reading = RosterReader.Read(place.Value, content, HostProfiles.Open(layout, profilePath));
            return reading.Roster is { } roster
                ? (roster, Finding.Ok(Check, $"{place}, {roster.Agents.Length} agent{(roster.Agents.Length == 1 ? "" : "s")}"))
                : (null, Broken(reading.Diagnostics));
        }
        catch (InstallationException failure)
        {
            return (null, Broken(failure.Diagnostics));
        }

        Finding Broken(ImmutableArray<Diagnostic> diagnostics) => Finding.Error(
            Check, diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error).Message, "no run can follow it", "mosaic-fleet-install check");
    }
}
