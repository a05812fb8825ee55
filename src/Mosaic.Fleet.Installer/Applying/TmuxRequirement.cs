using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>The tmux that the fleet needs: 3.2 brought <c>-N</c> and <c>new-session -e</c>.</summary>
internal static class TmuxRequirement
{
    private static readonly Version Minimum = new(3, 2);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Looks for tmux on the PATH that the fleet will have.</summary>
    /// <exception cref="InstallationException">It is missing or too old.</exception>
    public static void Check(HostFacts facts)
    {
        var tmux = facts.SearchPath.Split(':').Select(folder => Path.Join(folder, "tmux")).FirstOrDefault(File.Exists)
            ?? throw InstallationErrors.TmuxIsMissing();
        var version = Programs.Collect([tmux, "-V"], Limit).Output.Trim();
        if (Parse(version) is { } found && found < Minimum)
        {
            throw InstallationErrors.TmuxIsTooOld(version);
        }
    }

    /// <summary>Reads <c>tmux 3.3a</c> or <c>tmux next-3.5</c>; null for builds that carry no number.</summary>
    internal static Version? Parse(string text)
    {
        var start = 0;
        while (start < text.Length && !char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return Version.TryParse(text[start..end], out var version) ? version : null;
    }
}
