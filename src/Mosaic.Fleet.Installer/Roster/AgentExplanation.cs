using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>What came of explaining an agent.</summary>
/// <param name="Values">Every value that holds for it, in the order of the language; empty when there are errors.</param>
/// <param name="Diagnostics">What is wrong with the roster, or that it has no such agent.</param>
internal sealed record AgentExplanation(ImmutableArray<EffectiveValue> Values, ImmutableArray<Diagnostic> Diagnostics);
