namespace Mosaic.Fleet.Installer.Rendering.Commands;

/// <summary>A row of a list in a command's help.</summary>
/// <param name="Term">What is explained: an option, an operand, a verb or any word.</param>
/// <param name="Text">The explanation, on one line.</param>
internal sealed record HelpItem(string Term, string Text);
