using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>What came of rendering.</summary>
/// <param name="Artifacts">Every file of the fleet.</param>
/// <param name="Warnings">What is suspicious about the templates.</param>
internal sealed record RenderedFleet(ImmutableArray<Artifact> Artifacts, ImmutableArray<Diagnostic> Warnings);
