using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Profiles;

/// <summary>What came of looking for a profile.</summary>
/// <param name="Source">Its text; null when there is none.</param>
/// <param name="Diagnostics">Why there is none.</param>
internal sealed record ProfileReading(SourceText? Source, ImmutableArray<Diagnostic> Diagnostics);
