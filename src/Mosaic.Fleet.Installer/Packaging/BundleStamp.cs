using System.Globalization;

namespace Mosaic.Fleet.Installer.Packaging;

/// <summary>What a bundle says of its making, by which an older one is told from a newer.</summary>
/// <param name="ToolVersion">Of the tool that made it.</param>
/// <param name="Time">When it was made.</param>
internal sealed record BundleStamp(string ToolVersion, DateTimeOffset Time)
{
    /// <summary>The time in UTC and whole seconds, as <c>2026-01-31T12:00:00Z</c>.</summary>
    public string TimeText => Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
