using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>What came of reading a roster.</summary>
/// <param name="Roster">The roster; null when it has errors.</param>
/// <param name="Diagnostics">All errors and warnings, by position.</param>
internal sealed record RosterReading(FleetRoster? Roster, ImmutableArray<Diagnostic> Diagnostics);
