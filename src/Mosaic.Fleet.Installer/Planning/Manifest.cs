using System.Collections.Immutable;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>
/// What we last wrote, as lines of <c>mode sha256 path</c> that plain shell can read: <c>0600 9f86d0… /home/…</c>,
/// sorted by path.
/// </summary>
internal static class Manifest
{
    private const int ModeLength = 4;
    private const int HashLength = 64;

    /// <summary>Reads the manifest of an installation. What it lists may be deleted, so it may list nothing but what can be ours.</summary>
    /// <param name="text">Its whole text; empty when there was none.</param>
    /// <param name="layout">Where it and the files that it lists lie.</param>
    /// <exception cref="InstallationException">A line has another form, or a path that cannot be ours.</exception>
    public static ImmutableDictionary<AbsolutePath, ManifestEntry> Parse(string text, FleetLayout layout) =>
        Parse(text, layout.Manifest, layout.MayBeOurs);

    /// <summary>Reads lines of this form, whatever they list.</summary>
    /// <param name="text">Its whole text; empty when there was none.</param>
    /// <param name="file">Where it lies, for messages.</param>
    /// <exception cref="InstallationException">A line has another form.</exception>
    public static ImmutableDictionary<AbsolutePath, ManifestEntry> Parse(string text, AbsolutePath file) => Parse(text, file, _ => true);

    private static ImmutableDictionary<AbsolutePath, ManifestEntry> Parse(string text, AbsolutePath file, Func<AbsolutePath, bool> mayBeOurs)
    {
        var entries = ImmutableDictionary.CreateBuilder<AbsolutePath, ManifestEntry>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            var entry = ParseLine(line) ?? throw InstallationErrors.ManifestIsUnreadable(file.Value, number, line);
            entries[entry.Path] = mayBeOurs(entry.Path) ? entry : throw InstallationErrors.ManifestNamesForeignFile(file.Value, number, entry.Path.Value);
        }

        return entries.ToImmutable();
    }

    /// <summary>Writes a manifest.</summary>
    public static string Format(IEnumerable<ManifestEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries.OrderBy(entry => entry.Path.Value, StringComparer.Ordinal))
        {
            text.Append(Convert.ToString((int)entry.Mode, toBase: 8).PadLeft(ModeLength, '0'))
                .Append(' ').Append(entry.Sha256)
                .Append(' ').Append(entry.Path.Value)
                .Append('\n');
        }

        return text.ToString();
    }

    private static ManifestEntry? ParseLine(string line)
    {
        var parts = line.Split(' ', 3);
        return parts is [{ Length: ModeLength } mode, { Length: HashLength } hash, ['/', ..] path]
            && mode.All(char.IsAsciiDigit) && !mode.AsSpan().ContainsAnyInRange('8', '9')
            && hash.All(char.IsAsciiHexDigitLower)
            ? new ManifestEntry((UnixFileMode)Convert.ToInt32(mode, fromBase: 8), hash, AbsolutePath.From(path))
            : null;
    }
}
