namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>One thing to say about a roster, profile or template.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Code">The stable code, <c>MFI</c> and three digits.</param>
/// <param name="Location">Where the offending token begins; null when it concerns the whole file.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Hint">What to do next; null when the message says it.</param>
internal sealed record Diagnostic(Severity Severity, string Code, SourceLocation? Location, string Message, string? Hint = null);
