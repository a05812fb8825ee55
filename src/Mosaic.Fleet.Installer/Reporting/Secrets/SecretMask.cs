using System.Text;

namespace Mosaic.Fleet.Installer.Reporting.Secrets;

/// <summary>
/// Replaces the secrets of two versions of a text by markers. The same value has the same marker wherever it stands, so
/// that a change shows; nothing else is told of it, not its length either.
/// </summary>
internal static class SecretMask
{
    private const int ShortestSpread = 6;

    /// <summary>Masks both versions.</summary>
    /// <param name="name">The file's name; its ending says how it is read.</param>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later one.</param>
    public static (string Before, string After) Hide(string name, string before, string after)
    {
        var old = SecretFinder.Find(name, before);
        var @new = SecretFinder.Find(name, after);

        // A value that is a secret in one place is one wherever it stands.
        var values = Values(before, old).Concat(Values(after, @new)).Select(Bare).Where(value => value.Length >= ShortestSpread).ToHashSet(StringComparer.Ordinal);
        old = SecretFinder.Merge(old.Concat(Occurrences(before, values)));
        @new = SecretFinder.Merge(@new.Concat(Occurrences(after, values)));

        var markers = Markers(Values(before, old).ToList(), Values(after, @new).ToList());
        return (Replace(before, old, markers), Replace(after, @new, markers));
    }

    private static Dictionary<string, string> Markers(List<string> before, List<string> after)
    {
        var markers = new Dictionary<string, string>(StringComparer.Ordinal);
        Number("", before.Intersect(after));
        Number(", old", before.Except(after));
        Number(", new", after.Except(before));
        return markers;

        void Number(string side, IEnumerable<string> values)
        {
            foreach (var (index, value) in values.Index())
            {
                markers[value] = index == 0 ? $"<secret{side}>" : $"<secret {index + 1}{side}>";
            }
        }
    }

    private static IEnumerable<string> Values(string text, IEnumerable<SecretSpan> spans) => spans.Select(span => text[span.Start..span.End]);

    private static string Bare(string value) => value.Trim().Trim('"', '\'', '\\');

    private static IEnumerable<SecretSpan> Occurrences(string text, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            for (var start = 0; (start = text.IndexOf(value, start, StringComparison.Ordinal)) >= 0; start += value.Length)
            {
                yield return new SecretSpan(start, start + value.Length);
            }
        }
    }

    private static string Replace(string text, IEnumerable<SecretSpan> spans, Dictionary<string, string> markers)
    {
        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans)
        {
            masked.Append(text, position, span.Start - position).Append(markers[text[span.Start..span.End]]);
            position = span.End;
        }

        return masked.Append(text, position, text.Length - position).ToString();
    }
}
