using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Verification;

/// <summary>Looks for what a run left that is at work, or that was interrupted.</summary>
internal static class InstallationState
{
    /// <summary>The process that changes the installation now, as its lock says; null for none.</summary>
    public static string? RunAtWork(FleetLayout layout)
    {
        try
        {
            var process = File.Exists(layout.Lock.Value) ? LinuxCalls.ReadLocked(layout.Lock.Value) : string.Empty;
            return process.Length > 0 && process.All(char.IsAsciiDigit) && Directory.Exists($"/proc/{process}") ? process : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What an interrupted run left, each kind once, and staged files only where no journal needs them; while a run is at work, what is there is its own.</summary>
    /// <param name="layout">Where things belong.</param>
    /// <param name="installed">The files of the manifest, beside which staged ones may lie.</param>
    public static IEnumerable<Diagnostic> FindProblems(FleetLayout layout, IEnumerable<AbsolutePath> installed)
    {
        if (File.Exists(layout.Journal.Value))
        {
            yield return StateDiagnostics.RunWasInterrupted(layout.Journal.Value);
        }
        else if (StagedFile.FindAll(layout, installed).ToList() is [var first, ..] staged)
        {
            yield return StateDiagnostics.StagedFilesAreLeft(staged.Count, first.Value);
        }

        if (File.Exists(layout.ReloadPending.Value))
        {
            yield return StateDiagnostics.ReloadIsPending(layout.ReloadPending.Value);
        }
    }
}
