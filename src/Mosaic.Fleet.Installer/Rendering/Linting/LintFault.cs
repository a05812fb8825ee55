using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering.Linting;

/// <summary>The first thing in an artifact that its reader would not understand.</summary>
/// <param name="Place">Where, in the text of the artifact.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
internal sealed record LintFault(SourceSpan Place, string Message);
