using Mosaic.Fleet.Installer.Applying.Generations;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>
/// Puts a set of files in place, all or none: staged beside their targets, then exchanged one by one, each exchange
/// checked. A failure takes everything back; after a kill the journal lets <see cref="Settle"/> do the same or go on.
/// </summary>
/// <param name="effects">The host.</param>
/// <param name="folders">The folders that files lie in.</param>
/// <param name="file">The journal's file.</param>
/// <param name="fleet">Stops agents that go.</param>
/// <param name="generations">Forgets the objects of a commit that was undone.</param>
internal sealed class FileCommit(IEffects effects, OwnFolders folders, AbsolutePath file, FleetControl fleet, GenerationStore generations)
{
    private const UnixFileMode JournalMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly FileExchange _exchange = new(effects);

    /// <summary>Puts files in place.</summary>
    /// <param name="journal">What is going to happen.</param>
    /// <param name="changes">The files; those of the journal's steps.</param>
    /// <param name="keepObjects">Called while nothing is in place yet.</param>
    /// <exception cref="InstallationException">Something failed, or a file changed meanwhile; all is as before.</exception>
    public void Run(Journal journal, IEnumerable<FileChange> changes, Action keepObjects)
    {
        try
        {
            effects.WriteFile(file, Bytes(journal.Format()), JournalMode);
            effects.SynchronizeFolder(file.Parent);
            Stage(journal, changes);
            keepObjects();

            // The commands that stop agents know them only as long as none of their files is exchanged.
            StopAgents(journal);
            effects.Append(file, Bytes(Journal.CommittedLine));
        }
        catch (InstallationException)
        {
            TryUndo(journal with { Phase = JournalPhase.Prepared });
            throw;
        }

        Complete(journal, mayBeTaken: false);
    }

    /// <summary>Brings an interrupted commit to its end, or undoes it.</summary>
    /// <param name="journal">What the interrupted run left.</param>
    /// <returns>Whether it was completed.</returns>
    /// <exception cref="InstallationException">It could neither be completed nor undone; the journal stays.</exception>
    public bool Settle(Journal journal)
    {
        // In the meantime a folder may have become a link to another place.
        folders.FindMissing(journal.Steps.Select(step => step.Path.Parent));
        switch (journal.Phase)
        {
            case JournalPhase.Begun or JournalPhase.Prepared:
                Undo(journal);
                return false;
            case JournalPhase.Committed:
                foreach (var step in journal.Steps)
                {
                    _exchange.MendExchange(step);
                }

                // They were stopped, but the host may have been started anew since.
                fleet.StopUnits(journal.StopsFleet ? [] : journal.StoppedAgents);
                return TryComplete(journal);
            default:
                Finish(journal);
                return true;
        }
    }

    private void Stage(Journal journal, IEnumerable<FileChange> changes)
    {
        foreach (var folder in journal.Folders)
        {
            effects.CreateFolder(folder);
        }

        foreach (var change in changes)
        {
            if (change.Content is { } content)
            {
                var staged = StagedFile.Beside(change.Path);
                effects.DeleteFile(staged);
                effects.WriteFile(staged, content, change.Mode);
            }
        }
    }

    private bool TryComplete(Journal journal)
    {
        try
        {
            Complete(journal, mayBeTaken: true);
            return true;
        }
        catch (InstallationException exception) when (exception.Kind == FailureKind.Conflict)
        {
            // Someone edited a file since. Undone, the edit meets the usual comparison.
            return false;
        }
    }

    private void Complete(Journal journal, bool mayBeTaken)
    {
        try
        {
            foreach (var step in journal.Steps)
            {
                if (!_exchange.Take(step, mayBeTaken))
                {
                    throw InstallationErrors.ChangedMeanwhile(step.Path.Value);
                }
            }

            foreach (var folder in journal.Steps.Select(step => step.Path.Parent).Concat(journal.Folders.Select(made => made.Parent)).Distinct())
            {
                effects.SynchronizeFolder(folder);
            }

            effects.Append(file, Bytes(Journal.TakenLine));
        }
        catch (InstallationException)
        {
            TryUndo(journal with { Phase = JournalPhase.Committed });
            throw;
        }

        Finish(journal);
    }

    private void StopAgents(Journal journal)
    {
        if (journal.StopsFleet || journal.StoppedAgents.Length > 0)
        {
            fleet.Stop(journal.StopsFleet ? [] : journal.StoppedAgents);
        }

        if (journal.DisablesFleet)
        {
            fleet.Disable();
        }
    }

    private void Finish(Journal journal)
    {
        foreach (var step in journal.Steps)
        {
            _exchange.Finish(step);
            if (step.After.Kind == Planning.InstalledFileKind.Absent)
            {
                folders.DeleteEmptyAbove(step.Path);
            }
        }

        effects.DeleteFile(file);
    }

    // What cannot be taken back now is taken back, or completed, by the next run: the journal stays for it.
    private void TryUndo(Journal journal)
    {
        try
        {
            Undo(journal);
        }
        catch (InstallationException)
        {
            // The failure that led here says more.
        }
    }

    private void Undo(Journal journal)
    {
        foreach (var step in journal.Steps.Reverse())
        {
            if (journal.Phase == JournalPhase.Committed)
            {
                _exchange.TakeBack(step);
            }
            else
            {
                effects.DeleteFile(step.Beside);
            }
        }

        if (journal.DisablesFleet)
        {
            fleet.Enable();
        }

        generations.DeleteUnreferencedObjects();
        folders.DeleteIfEmpty(journal.Folders);
        effects.DeleteFile(file);
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
