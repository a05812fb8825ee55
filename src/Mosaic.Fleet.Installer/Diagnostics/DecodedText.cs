using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>What came of decoding a file's bytes.</summary>
/// <param name="Source">The text; null when the bytes are none.</param>
/// <param name="Diagnostics">Why not; empty when there is a text.</param>
internal sealed record DecodedText(SourceText? Source, ImmutableArray<Diagnostic> Diagnostics);
