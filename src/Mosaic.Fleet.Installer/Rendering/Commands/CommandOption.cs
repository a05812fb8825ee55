using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>An option of a command.</summary>
/// <param name="Names">What is typed, as <c>-j</c> and <c>--json</c>.</param>
/// <param name="Value">What help calls its value, as <c>SECONDS</c> or <c>keep|overwrite|sidecar</c>; null when it takes none.</param>
/// <param name="Description">What it does; empty when help says nothing of it.</param>
internal sealed record CommandOption(ImmutableArray<string> Names, string? Value, string Description);
