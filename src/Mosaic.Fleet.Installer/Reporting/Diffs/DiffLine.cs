namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>One line of a diff, fit to be printed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The whole line with its sign, without control characters and without a line break.</param>
internal readonly record struct DiffLine(DiffLineKind Kind, string Text);
