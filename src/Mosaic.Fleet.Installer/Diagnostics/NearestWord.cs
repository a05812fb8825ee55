namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    private const int MaximumLength = 64;
    private const int ShortestPrefix = 3;

    /// <summary>The candidate with the smallest edit distance, at most one for each three letters; else one that begins with the word.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What may be written; the earlier wins a tie.</param>
    /// <returns>The candidate; null when none is near.</returns>
    public static string? Find(string word, IReadOnlyCollection<string> candidates)
    {
        if (word.Length is 0 or > MaximumLength)
        {
            return null;
        }

        var nearest = candidates
            .Where(candidate => candidate.Length <= MaximumLength)
            .Select(candidate => (Word: candidate, Distance: Distance(Fold(word), Fold(candidate))))
            .MinBy(candidate => candidate.Distance);
        if (nearest.Word is not null && nearest.Distance <= Math.Max(1, nearest.Word.Length / 3))
        {
            return nearest.Word;
        }

        return word.Length >= ShortestPrefix
            ? candidates.FirstOrDefault(candidate => candidate.StartsWith(Fold(word), StringComparison.Ordinal))
            : null;
    }

    // `ModelHint` and `model-hint` are the same slip.
    private static string Fold(string word) => word.Replace('-', '_').ToLowerInvariant();

    // Optimal string alignment: insertions, deletions, substitutions, and two neighbours swapped count one each.
    private static int Distance(string from, string to)
    {
        // Three rows of the table are enough: the current one and the two above it.
        int[] beforePrevious = [], previous = [], current = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 1; i <= from.Length; i++)
        {
            (beforePrevious, previous, current) = (previous, current, new int[to.Length + 1]);
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }
        }

        return current[to.Length];
    }
}
