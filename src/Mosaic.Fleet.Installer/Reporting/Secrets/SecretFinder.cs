using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>Finds what in a text may be a secret. In doubt it is one.</summary>
internal static class SecretFinder
{
    /// <summary>The secrets of a text in their order; none touches another.</summary>
    /// <param name="name">The file's name; of one that ends in <c>.env</c> the assignments are read.</param>
    /// <param name="text">Its text.</param>
    public static ImmutableArray<SecretSpan> Find(string name, string text) => Merge(
    [
        .. name.EndsWith(".env", StringComparison.Ordinal) ? EnvironmentSecrets.Find(text) : [],
        .. NamedSecrets.Find(text),
        .. SecretWords.Find(text),
    ]);

    /// <summary>Sorts spans, joins those that overlap or touch, and drops empty ones.</summary>
    public static ImmutableArray<SecretSpan> Merge(IEnumerable<SecretSpan> spans)
    {
        var merged = ImmutableArray.CreateBuilder<SecretSpan>();
        foreach (var span in spans.Where(span => span.End > span.Start).OrderBy(span => span.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged.ToImmutable();
    }
}
