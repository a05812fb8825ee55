namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>Where a secret stands in a text.</summary>
/// <param name="Start">Index of its first UTF-16 code unit.</param>
/// <param name="End">Index behind its last one.</param>
internal readonly record struct SecretSpan(int Start, int End);
