using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Rendering.Linting;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Reads artifacts as the programs of this host would, before any of them is compared or written.</summary>
internal static class HostLinter
{
    /// <summary>Requires that the artifacts can be read.</summary>
    /// <param name="artifacts">All artifacts of the fleet.</param>
    /// <param name="layout">Where they go.</param>
    /// <param name="facts">The PATH on which the fleet finds its bash.</param>
    /// <exception cref="InstallationException">Some cannot be read; each of them is named.</exception>
    public static void Require(IEnumerable<Artifact> artifacts, FleetLayout layout, HostFacts facts)
    {
        // What is built in is read by the tests of this project, and so costs nothing here.
        var made = artifacts.Where(artifact => !artifact.UserFiles.IsEmpty).ToImmutableArray();
        if (made.IsEmpty)
        {
            return;
        }

        // What the manifest lists with the same bytes was read before it was written.
        var written = Manifest.Parse(InstalledFiles.ReadText(layout.Manifest), layout);
        var unread = made.Where(artifact => written.GetValueOrDefault(artifact.Path)?.Sha256 != artifact.Sha256).ToImmutableArray();
        new ArtifactLinter(layout, new BashSyntax(facts.SearchPath).FindFault).Require(unread);
    }
}
