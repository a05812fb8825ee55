using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What a person said about one conflicting file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Answer">What is done there.</param>
internal sealed record FileAnswer(AbsolutePath Path, ConflictAnswer Answer);
