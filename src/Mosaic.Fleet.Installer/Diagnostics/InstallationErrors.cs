namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Every message about the host and the installation, once; codes MFI100 to MFI199.</summary>
internal static class InstallationErrors
{
    /// <summary>A variable that says where to install is missing.</summary>
    public static InstallationException VariableIsNotSet(string name) => Error(
        FailureKind.BadEnvironment, DiagnosticCode.VariableNotSet, $"{name} is not set", $"set {name} to an absolute path");

    /// <summary>A variable that says where to install is a relative path.</summary>
    public static InstallationException VariableIsNotAbsolute(string name, string value) => Error(
        FailureKind.BadEnvironment, DiagnosticCode.VariableNotAbsolute, $"{name} is '{value}', which is not an absolute path", $"set {name} to an absolute path");

    /// <summary>A path that no unit, env file or manifest line could carry.</summary>
    public static InstallationException VariableHasControlCharacters(string name) => Error(
        FailureKind.BadEnvironment, DiagnosticCode.VariableHasControlCharacters, $"{name} contains a control character", $"set {name} to a path without line breaks");

    /// <summary>There is no roster and no profile was named.</summary>
    public static InstallationException NoRoster(string path) => Error(
        FailureKind.Usage, DiagnosticCode.NoRoster, $"there is no roster at {path}", "to begin with a small one: mosaic-fleet-install --profile minimal");

    /// <summary>The roster is there but cannot be read.</summary>
    public static InstallationException CannotRead(string path, Exception cause) => Error(
        FailureKind.BadInput, DiagnosticCode.CannotRead, $"cannot read {path}: {Reason(cause)}", "name a readable file with --roster", cause);

    /// <summary>The roster's name belongs to a directory.</summary>
    public static InstallationException IsDirectory(string path) => Error(
        FailureKind.BadInput, DiagnosticCode.IsDirectory, $"{path} is a directory, not a roster", "name the file in it with --roster");

    /// <summary><c>--profile</c> names another profile than the edited roster came from.</summary>
    public static InstallationException RosterWasEdited(string path, string profile) => Error(
        FailureKind.Conflict,
        DiagnosticCode.RosterWasEdited,
        $"{path} was edited, so profile '{profile}' does not replace it",
        $"to keep your roster: mosaic-fleet-install\n      to start over, your roster kept beside it: mosaic-fleet-install --profile {profile} --replace-roster");

    /// <summary>tmux is not on the recorded PATH.</summary>
    public static InstallationException TmuxIsMissing() => Error(
        FailureKind.ProgramIsMissing, DiagnosticCode.TmuxIsMissing, "tmux is not on the PATH of your login shell", "on Debian and Ubuntu: sudo apt-get install tmux");

    /// <summary>tmux lacks what the commands use.</summary>
    public static InstallationException TmuxIsTooOld(string version) => Error(
        FailureKind.ProgramIsMissing, DiagnosticCode.TmuxIsTooOld, $"this is {version}, and the fleet needs tmux 3.2 or newer", "install a newer tmux, or put it first on PATH");

    /// <summary>Another run holds the lock.</summary>
    public static InstallationException Locked(string path, string holder) => Error(
        FailureKind.Locked, DiagnosticCode.Locked, $"another run is at work (process {holder} holds {path})", "wait until it has ended, and run again");

    /// <summary>A folder or file of ours cannot be made where it belongs.</summary>
    public static InstallationException CannotWrite(string path, Exception cause) => Error(
        FailureKind.CannotWrite, DiagnosticCode.CannotWrite, $"cannot write {path}: {Reason(cause)}", "make its folder writable for you, and run again", cause);

    /// <summary>A link stands where the lock's file belongs.</summary>
    public static InstallationException LockIsLink(string path) => Error(
        FailureKind.CannotWrite, DiagnosticCode.CannotWrite, $"{path} is a symbolic link", "delete it, and run again");

    /// <summary>A folder that we need is in truth something else.</summary>
    public static InstallationException IsNotFolder(string path, string found) => Error(
        FailureKind.CannotWrite, DiagnosticCode.NotAFolder, $"{path} is {found}, and a folder is needed there", "move it away, and run again");

    /// <summary><c>--conflict overwrite</c> meets a folder with something in it.</summary>
    public static InstallationException FolderIsInTheWay(string path) => Error(
        FailureKind.Conflict, DiagnosticCode.FolderIsInTheWay, $"{path} is a folder with something in it, and a file is needed there", "move it away, and run again");

    /// <summary>The device failed or is full.</summary>
    public static InstallationException WriteFailed(string path, Exception cause) => Error(
        FailureKind.InputOutput, DiagnosticCode.WriteFailed, $"writing {path} failed: {Reason(cause)}", "what was there before is still there; make room, and run again", cause);

    /// <summary>The manifest is not one of ours.</summary>
    public static InstallationException ManifestIsUnreadable(string path, int line, string text) => Error(
        FailureKind.InputOutput,
        DiagnosticCode.InvalidManifest,
        $"line {line} of the manifest is not 'mode sha256 path': {text}",
        "put the manifest back from a backup, or move it away to treat every file as yours",
        location: new SourceLocation(path, line, 1));

    /// <summary>A line of the manifest lists a file that cannot be ours: someone edited it, or the folders were others when it was written.</summary>
    public static InstallationException ManifestNamesForeignFile(string path, int line, string file) => Error(
        FailureKind.InputOutput,
        DiagnosticCode.InvalidManifest,
        $"line {line} of the manifest lists {file}, which no installation into the folders of this fleet makes",
        "set MOSAIC_HOME and XDG_CONFIG_HOME as they were when it was installed, or delete the line if it is not the tool's",
        location: new SourceLocation(path, line, 1));

    /// <summary>A generation's manifest lists a file that cannot be ours.</summary>
    public static InstallationException GenerationNamesForeignFile(int number, string file) => Error(
        FailureKind.InputOutput,
        DiagnosticCode.InvalidManifest,
        $"generation {number} cannot be restored: its manifest lists {file}, which no installation into the folders of this fleet makes",
        "set MOSAIC_HOME and XDG_CONFIG_HOME as they were when it was installed, or go back to another generation (mosaic-fleet-install history)");

    /// <summary>A program that applies the plan failed.</summary>
    public static InstallationException ProgramFailed(string command, string output) => Error(
        FailureKind.InputOutput, DiagnosticCode.ProgramFailed, $"'{command}' failed: {output}", "the files are installed; mend the cause, and run again");

    /// <summary><c>--enable-linger</c> on a host without logind.</summary>
    public static InstallationException NoLogind(string user) => Error(
        FailureKind.BadEnvironment,
        DiagnosticCode.NoLogind,
        "linger cannot be enabled: no logind runs on this host",
        $"leave --enable-linger out; where systemd runs the host, an administrator types: loginctl enable-linger {user}");

    /// <summary>logind did not enable linger.</summary>
    public static InstallationException LingerWasRefused(string user, string reason) => Error(
        FailureKind.BadEnvironment, DiagnosticCode.LingerWasRefused, $"linger was refused: {reason}", $"an administrator types: sudo loginctl enable-linger {user}");

    /// <summary>No generation of this number is kept, or there is none to go back to.</summary>
    public static InstallationException NoGeneration(int? number) => Error(
        FailureKind.Usage,
        DiagnosticCode.NoGeneration,
        number is null ? "there is no generation to go back to" : $"there is no generation {number}",
        "to see those that there are: mosaic-fleet-install history");

    /// <summary>A generation cannot be restored, since bytes of it are gone.</summary>
    public static InstallationException ObjectsAreMissing(int number, IReadOnlyList<string> files) => Error(
        FailureKind.InputOutput,
        DiagnosticCode.ObjectsAreMissing,
        $"generation {number} cannot be restored: the bytes of {files.Count} of its files are missing or damaged: {string.Join(", ", files)}",
        "nothing was written; go back to another generation (mosaic-fleet-install history), or follow the roster: mosaic-fleet-install");

    /// <summary>Nobody knows which agents run with an old configuration: a warning, since all is installed.</summary>
    public static Diagnostic OldConfigurationIsUnknown(string reason) => new(
        Severity.Warning,
        DiagnosticCode.OldConfigurationIsUnknown,
        Location: null,
        $"it could not be found out who runs with an old configuration: {reason}",
        "ask again: mosaic fleet status");

    /// <summary>Someone changed a file between the comparison and the commit.</summary>
    public static InstallationException ChangedMeanwhile(string path) => Error(
        FailureKind.Conflict, DiagnosticCode.ChangedMeanwhile, $"{path} was changed while this run was at work, so nothing was written", "run again, to see what would happen to it now");

    /// <summary>The journal is damaged.</summary>
    public static InstallationException JournalIsDamaged(string path, int line) => Error(
        FailureKind.InputOutput,
        DiagnosticCode.InvalidJournal,
        "the journal of an interrupted run is damaged, so the run can be neither completed nor undone",
        $"it lists the files that were changed, and .NAME.mosaic-staged beside each is its other version; then delete the journal: rm '{path}'",
        location: new SourceLocation(path, line, 1));

    /// <summary>The journal is of a newer version of the tool.</summary>
    public static InstallationException JournalIsNewer(string path) => Error(
        FailureKind.InputOutput,
        DiagnosticCode.InvalidJournal,
        "a newer version of the tool was interrupted here, and this one does not know its journal",
        "run that version once",
        location: new SourceLocation(path, 1, 1));

    /// <summary><c>render --output</c> names a folder that has something of someone else's in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="found">The first file or folder in it that <c>render</c> did not leave there so.</param>
    public static InstallationException TreeIsForeign(string folder, string found) => Error(
        FailureKind.Conflict,
        DiagnosticCode.ForeignTree,
        $"{folder} is not empty, and render did not leave {found} there so",
        "name a new or empty folder, or delete this one");

    /// <summary><c>bundle --output</c> names something that is no bundle.</summary>
    public static InstallationException OutputIsNoBundle(string file) => Error(
        FailureKind.Conflict, DiagnosticCode.ForeignTree, $"{file} is there and is no bundle, so none is written over it", "name another file, or delete this one");

    /// <summary>SOURCE_DATE_EPOCH is no number of seconds.</summary>
    /// <param name="value">What it says.</param>
    public static InstallationException SourceDateIsNoTime(string value) => Error(
        FailureKind.BadEnvironment,
        DiagnosticCode.InvalidSourceDate,
        $"SOURCE_DATE_EPOCH is '{value}', which is no number of seconds since 1970",
        "set it to one, or leave it unset");

    private static InstallationException Error(
        FailureKind kind, string code, string message, string? hint, Exception? cause = null, SourceLocation? location = null) =>
        new(kind, [new Diagnostic(Severity.Error, code, location, message, hint)], cause);

    private static string Reason(Exception cause) => cause switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        _ => cause.Message,
    };
}
