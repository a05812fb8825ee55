using System.Collections.Immutable;
using System.Text;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>
/// What a run is about to do, written down before it does any of it. Lines of text:
/// <code>
/// journal 1
/// folder PATH                  a folder that it makes
/// stop NAME                    an agent that it stops; stop-fleet for all of them
/// disable                      the fleet no longer starts at boot
/// file BEFORE AFTER PATH       a file that comes, changes or goes, in this order
/// prepared SHA256              of all the lines above: they are complete; files are staged, agents stopped
/// committed                    files are put in place: from here on it is completed rather than undone
/// taken                        every file is in place
/// </code>
/// </summary>
internal sealed record Journal
{
    /// <summary>The line that begins <see cref="JournalPhase.Committed"/>.</summary>
    public const string CommittedLine = "committed\n";

    /// <summary>The line that begins <see cref="JournalPhase.Taken"/>.</summary>
    public const string TakenLine = "taken\n";

    private const string FirstLine = "journal 1";

    /// <summary>How far the run had come.</summary>
    public JournalPhase Phase { get; init; } = JournalPhase.Prepared;

    /// <summary>Folders that it makes, each before what lies in it.</summary>
    public ImmutableArray<AbsolutePath> Folders { get; init; } = [];

    /// <summary>Agents that it stops.</summary>
    public ImmutableArray<string> StoppedAgents { get; init; } = [];

    /// <summary>Whether it stops the whole fleet.</summary>
    public bool StopsFleet { get; init; }

    /// <summary>Whether the fleet, which starts at boot, no longer does.</summary>
    public bool DisablesFleet { get; init; }

    /// <summary>What happens to each file, in order.</summary>
    public ImmutableArray<JournalStep> Steps { get; init; } = [];

    /// <summary>Writes all that is known when files are yet to be staged.</summary>
    public string Format()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        text.AppendJoin("", Folders.Select(folder => $"folder {folder}\n"));
        text.AppendJoin("", StoppedAgents.Select(agent => $"stop {agent}\n"));
        text.Append(StopsFleet ? "stop-fleet\n" : "").Append(DisablesFleet ? "disable\n" : "");
        text.AppendJoin("", Steps.Select(step => $"file {step.Format()}\n"));
        var lines = text.ToString();
        return $"{lines}prepared {HashOf(lines)}\n";
    }

    /// <summary>Reads a journal.</summary>
    /// <param name="text">Its whole text, which may end anywhere when the host lost power.</param>
    /// <param name="file">Where it lies, for messages.</param>
    /// <exception cref="InstallationException">It is damaged, or of a newer version.</exception>
    public static Journal Parse(string text, AbsolutePath file)
    {
        var end = text.IndexOf("\nprepared ", StringComparison.Ordinal) + 1;
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n')[..^1];
        var ending = Array.FindIndex(lines, line => line.StartsWith("prepared ", StringComparison.Ordinal));
        if (lines is [var first, ..] && first != FirstLine && first.StartsWith("journal ", StringComparison.Ordinal))
        {
            throw InstallationErrors.JournalIsNewer(file.Value);
        }

        if (ending < 0)
        {
            return new Journal { Phase = JournalPhase.Begun };
        }

        if (lines[ending] != $"prepared {HashOf(text[..end])}")
        {
            throw InstallationErrors.JournalIsDamaged(file.Value, ending + 1);
        }

        return new Journal
        {
            Phase = lines[(ending + 1)..] switch
            {
                [] => JournalPhase.Prepared,
                ["committed"] => JournalPhase.Committed,
                ["committed", "taken"] => JournalPhase.Taken,
                _ => throw InstallationErrors.JournalIsDamaged(file.Value, ending + 2),
            },
            Folders = [.. Values("folder ").Select(AbsolutePath.From)],
            StoppedAgents = [.. Values("stop ")],
            StopsFleet = lines.Contains("stop-fleet"),
            DisablesFleet = lines.Contains("disable"),
            Steps = [.. Values("file ").Select(line => JournalStep.Parse(line) ?? throw InstallationErrors.JournalIsDamaged(file.Value, 1))],
        };

        IEnumerable<string> Values(string key) =>
            lines[..ending].Where(line => line.StartsWith(key, StringComparison.Ordinal)).Select(line => line[key.Length..]);
    }

    private static string HashOf(string text) => InstalledFiles.Hash(System.Text.Encoding.UTF8.GetBytes(text));
}
