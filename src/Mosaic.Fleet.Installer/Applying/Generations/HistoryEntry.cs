using Mosaic.Fleet.Installer.Planning;

namespace Mosaic.Fleet.Installer.Applying.Generations;

/// <summary>One generation as the history shows it.</summary>
/// <param name="Generation">The generation.</param>
/// <param name="ChangedFiles">How many files it added, changed or removed; null when the one before it is not kept any more.</param>
/// <param name="Stands">Whether it is the one that stands now.</param>
internal sealed record HistoryEntry(Generation Generation, int? ChangedFiles, bool Stands);
