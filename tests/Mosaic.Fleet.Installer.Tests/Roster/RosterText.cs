using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;

namespace Mosaic.Fleet.Installer.Tests.Roster;

/// <summary>Rosters that tests write in line.</summary>
internal static class RosterText
{
    /// <summary>Reads a roster that has no problem.</summary>
    /// <param name="text">Its text.</param>
    public static FleetRoster Read(string text)
    {
        var reading = RosterReader.Read(new SourceText("roster.yaml", text), new ProfileCatalogue([], _ => null));
        string.Concat(reading.Diagnostics.Select(DiagnosticFormatter.Format)).ShouldBeEmpty();
        return reading.Roster!;
    }

    /// <summary>Reads an agent that has no problem.</summary>
    /// <param name="keys">Its keys but the name, in flow style.</param>
    public static AgentDefinition ReadAgent(string keys) =>
        Read($"version: 1\nagents: [{{ name: coder0, {keys} }}]").Agents.ShouldHaveSingleItem();
}
