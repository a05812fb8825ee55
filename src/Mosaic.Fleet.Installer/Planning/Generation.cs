using System.Collections.Immutable;
using System.Globalization;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Planning;

/// <summary>One run that changed something, as it can be shown and gone back to.</summary>
/// <param name="Number">1, 2, …; the clock plays no part in the order.</param>
/// <param name="Time">When it was made, in UTC and whole seconds.</param>
/// <param name="ToolVersion">Of the tool that made it.</param>
/// <param name="Provenance">What brought it about.</param>
/// <param name="IsEnabled">Whether the fleet starts at boot.</param>
/// <param name="Manifest">The manifest as it was afterwards.</param>
/// <param name="Displaced">The user's files that gave way to it, kept as objects.</param>
/// <param name="Record">The choices that later runs were to keep to.</param>
internal sealed record Generation(
    int Number,
    DateTimeOffset Time,
    string ToolVersion,
    Provenance Provenance,
    bool IsEnabled,
    ImmutableDictionary<AbsolutePath, ManifestEntry> Manifest,
    ImmutableDictionary<AbsolutePath, ManifestEntry> Displaced,
    InstallationRecord Record)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Writes what its file <c>about</c> holds, lines of <c>key value</c>.</summary>
    public string FormatAbout() =>
        $"""
        time {Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}
        tool {ToolVersion}
        cause {Provenance.Cause}
        enabled {(IsEnabled ? "yes" : "no")}
        roster {Provenance.RosterSha256}

        """;

    /// <summary>Reads a generation; unknown keys are of a newer version and say nothing to this one.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="folder">Where its files lie, for messages.</param>
    /// <param name="read">The text of a file in the folder, empty when there is none.</param>
    /// <returns>The generation; null when its file <c>about</c> is missing or damaged.</returns>
    /// <exception cref="InstallationException">A line of its manifest has another form.</exception>
    public static Generation? Parse(int number, AbsolutePath folder, Func<AbsolutePath, string> read)
    {
        var about = read(folder / "about").Split('\n')
            .Select(line => line.Split(' ', 2))
            .Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0])
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        if (!DateTimeOffset.TryParseExact(
                about.GetValueOrDefault("time"), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            || !about.TryGetValue("cause", out var cause))
        {
            return null;
        }

        return new Generation(
            number,
            time,
            about.GetValueOrDefault("tool", "unknown"),
            new Provenance(cause, about.GetValueOrDefault("roster", string.Empty)),
            about.GetValueOrDefault("enabled") == "yes",
            Entries("manifest"),
            Entries("displaced"),
            InstallationRecord.Parse(read(folder / "installation")));

        ImmutableDictionary<AbsolutePath, ManifestEntry> Entries(string name) => Planning.Manifest.Parse(read(folder / name), folder / name);
    }
}
