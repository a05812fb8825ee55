namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Every message about the state that the tool keeps of an installation, once.</summary>
internal static class StateDiagnostics
{
    /// <summary>There is no state.</summary>
    public static Diagnostic NothingInstalled(string folder) => Warning(
        DiagnosticCode.NothingInstalled, $"nothing is installed: {folder} has no manifest", "to begin with a small fleet: mosaic-fleet-install --profile minimal");

    /// <summary>There is state, and no manifest.</summary>
    public static Diagnostic ManifestIsMissing(string manifest) => Warning(
        DiagnosticCode.ManifestIsMissing, $"{manifest} is missing, so every file is taken for yours", "mosaic-fleet-install makes it anew from the files that are as it would write them");

    /// <summary>A journal is there, and nobody is at work.</summary>
    public static Diagnostic RunWasInterrupted(string journal) => Warning(
        DiagnosticCode.RunWasInterrupted, $"a run was interrupted, as {journal} tells", "mosaic-fleet-install finishes or undoes it");

    /// <summary>This run first completed an interrupted one.</summary>
    public static Diagnostic RunWasCompleted() => Warning(
        DiagnosticCode.RunWasCompleted, "an earlier run was interrupted; it was completed first", hint: null);

    /// <summary>This run first undid an interrupted one.</summary>
    public static Diagnostic RunWasUndone() => Warning(
        DiagnosticCode.RunWasUndone, "an earlier run was interrupted; what it had begun was undone first", hint: null);

    /// <summary>New files lie beside their places.</summary>
    public static Diagnostic StagedFilesAreLeft(int count, string first) => Warning(
        DiagnosticCode.StagedFilesAreLeft, $"an interrupted run left {count} staged file{(count == 1 ? "" : "s")}, the first is {first}", "they may be deleted; the next run that writes the same files replaces them");

    /// <summary>systemd has yet to read changed units.</summary>
    public static Diagnostic ReloadIsPending(string marker) => Warning(
        DiagnosticCode.ReloadIsPending, $"units changed, and systemd has not read them yet, as {marker} tells", "mosaic-fleet-install makes up for it");

    /// <summary>A rollback leaves the roster as it is.</summary>
    public static Diagnostic RosterIsNotRolledBack(int number, string roster) => Warning(
        DiagnosticCode.RosterIsNotRolledBack,
        $"{roster} is yours and was not rolled back; generation {number} was made from another version of it",
        "the next mosaic-fleet-install follows the roster as it is now again");

    private static Diagnostic Warning(string code, string message, string? hint) => new(Severity.Warning, code, Location: null, message, hint);
}
