using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Makes plans for this host, as it is when it is asked.</summary>
/// <param name="layout">Where things belong.</param>
/// <param name="manager">The user manager, which may not run.</param>
internal sealed class HostPlanner(FleetLayout layout, UserSystemd manager)
{
    /// <summary>Compares what is wanted with what stands on this host and what was written last.</summary>
    /// <param name="artifacts">What is wanted.</param>
    /// <param name="roster">The roster, when it has yet to be written.</param>
    /// <param name="conditions">What was asked for; what depends on the user manager is filled in here.</param>
    /// <exception cref="InstallationException">The manifest or a file cannot be read.</exception>
    public InstallPlan Plan(ImmutableArray<Artifact> artifacts, PlannedRoster? roster, PlanConditions conditions)
    {
        var manifest = Manifest.Parse(InstalledFiles.ReadText(layout.Manifest), layout);
        return new InstallPlanner(manifest, InstalledFiles.Observe, InstalledFiles.ReadSmall, layout).Plan(artifacts, roster, conditions with
        {
            HasManager = manager.IsRunning,
            ReloadPending = manager.IsRunning && File.Exists(layout.ReloadPending.Value),
            Enable = manager.IsRunning && conditions.Enable,
        });
    }
}
