using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Profiles;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Packaging;

/// <summary>A fleet that is ready to be taken to other hosts.</summary>
/// <param name="Tree">Its files.</param>
/// <param name="Selection">The roster's text, and the profile that it is, if it is one.</param>
/// <param name="Roster">What the roster says.</param>
/// <param name="Layout">The folders that it is made for.</param>
/// <param name="Templates">The templates that it was made from.</param>
/// <param name="Warnings">What works but is suspicious.</param>
internal sealed record PackagedFleet(
    PackagedTree Tree, RosterSelection Selection, FleetRoster Roster, FleetLayout Layout, TemplateCatalogue Templates, ImmutableArray<Diagnostic> Warnings);
