namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Every code that a diagnostic can carry. A code keeps its meaning for ever; docs/diagnostics.md explains each.</summary>
internal static class DiagnosticCode
{
    /// <summary>The file is too large.</summary>
    public const string FileTooLarge = "MFI001";

    /// <summary>The file is UTF-16 or UTF-32.</summary>
    public const string OtherEncoding = "MFI002";

    /// <summary>The file is not valid UTF-8.</summary>
    public const string InvalidUtf8 = "MFI003";

    /// <summary>A control character stands in the file.</summary>
    public const string ControlCharacter = "MFI004";

    /// <summary>The file says nothing.</summary>
    public const string EmptyFile = "MFI005";

    /// <summary>The text is not YAML.</summary>
    public const string InvalidYaml = "MFI006";

    /// <summary>The file holds a second YAML document.</summary>
    public const string SecondDocument = "MFI007";

    /// <summary>Values are nested too deeply.</summary>
    public const string NestedTooDeeply = "MFI008";

    /// <summary>The file holds too many values, or its aliases multiply them.</summary>
    public const string TooManyValues = "MFI009";

    /// <summary>A feature of YAML that a roster does without: tags, merge keys, keys that are not text.</summary>
    public const string UnsupportedYaml = "MFI010";

    /// <summary>An alias has no anchor before it.</summary>
    public const string UnknownAnchor = "MFI011";

    /// <summary>A key is not part of the language here.</summary>
    public const string UnknownKey = "MFI012";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "MFI013";

    /// <summary>A value has another type than its key takes.</summary>
    public const string WrongType = "MFI014";

    /// <summary>A key that must be there is missing.</summary>
    public const string MissingKey = "MFI015";

    /// <summary>More problems were found than are shown.</summary>
    public const string TooManyProblems = "MFI016";

    /// <summary>A word is none of those that the key takes.</summary>
    public const string NotAllowed = "MFI020";

    /// <summary>A number is too small or too large.</summary>
    public const string OutOfRange = "MFI021";

    /// <summary>The roster's version is not one that this tool reads.</summary>
    public const string UnknownVersion = "MFI022";

    /// <summary>A name breaks the rule for names.</summary>
    public const string InvalidName = "MFI023";

    /// <summary>Two agents have one name.</summary>
    public const string DuplicateAgent = "MFI024";

    /// <summary>An agent is named like the holder's session.</summary>
    public const string HolderName = "MFI025";

    /// <summary>The fleet would live on the user's own tmux server.</summary>
    public const string DefaultSocket = "MFI026";

    /// <summary>An agent's runtime is not known.</summary>
    public const string UnknownRuntime = "MFI027";

    /// <summary>A directory or file is named by a relative path.</summary>
    public const string RelativePath = "MFI028";

    /// <summary>A value contains a character that cannot be part of it.</summary>
    public const string InvalidCharacter = "MFI029";

    /// <summary>A text is empty where something must be said.</summary>
    public const string EmptyText = "MFI030";

    /// <summary>A text is longer than the kernel passes to a program.</summary>
    public const string TextTooLong = "MFI031";

    /// <summary>A duration is not written as systemd writes them.</summary>
    public const string InvalidDuration = "MFI032";

    /// <summary>A limit is not written as systemd writes them.</summary>
    public const string InvalidLimit = "MFI033";

    /// <summary>A variable's name is none.</summary>
    public const string InvalidVariable = "MFI034";

    /// <summary>A variable belongs to the fleet or to the shell.</summary>
    public const string ReservedVariable = "MFI035";

    /// <summary>Two keys that mean the same are both given.</summary>
    public const string SameSettingTwice = "MFI036";

    /// <summary>A list has nothing in it.</summary>
    public const string EmptyList = "MFI037";

    /// <summary>The roster has no agent of this name.</summary>
    public const string UnknownAgent = "MFI038";

    /// <summary>The agent has no value of this key.</summary>
    public const string NoValue = "MFI039";

    /// <summary>No profile has this name.</summary>
    public const string UnknownProfile = "MFI040";

    /// <summary>A profile extends itself.</summary>
    public const string CircularExtension = "MFI041";

    /// <summary>An agent to remove is not there.</summary>
    public const string NothingToRemove = "MFI042";

    /// <summary>A key of the terminal is not one that tmux knows.</summary>
    public const string InvalidTerminalKey = "MFI043";

    /// <summary>A pattern is no regular expression.</summary>
    public const string InvalidPattern = "MFI044";

    /// <summary>A template's name is not that of a file below the templates' folder.</summary>
    public const string InvalidTemplateName = "MFI045";

    /// <summary>There is no template of the name that an agent gives.</summary>
    public const string UnknownTemplate = "MFI046";

    /// <summary>A name is not one of an owner or of a login.</summary>
    public const string InvalidAccount = "MFI047";

    /// <summary>A text is not the address of a server.</summary>
    public const string InvalidServer = "MFI048";

    /// <summary>The roster describes no instance of Woodpecker of this name.</summary>
    public const string UnknownInstance = "MFI049";

    /// <summary>More than one agent is an orchestrator.</summary>
    public const string SeveralOrchestrators = "MFI050";

    /// <summary>A working directory does not exist.</summary>
    public const string MissingWorkingDirectory = "MFI051";

    /// <summary>A program that an agent runs is not on the recorded PATH.</summary>
    public const string MissingProgram = "MFI052";

    /// <summary>There are more agents than one tmux server may have terminals.</summary>
    public const string TooManyAgents = "MFI053";

    /// <summary>The transport that the roster names has no program that can be run.</summary>
    public const string MissingTransport = "MFI054";

    /// <summary>Something in a folder of templates cannot be one.</summary>
    public const string NotATemplate = "MFI060";

    /// <summary>A file among the user's templates is used by nothing.</summary>
    public const string UnusedTemplate = "MFI061";

    /// <summary>A row of an artifact table is wrong.</summary>
    public const string InvalidArtifactRow = "MFI062";

    /// <summary>No built-in template matches.</summary>
    public const string NothingToExport = "MFI063";

    /// <summary>An exported template would overwrite a file.</summary>
    public const string ExportConflict = "MFI064";

    /// <summary>bash cannot read a script that a template of the user's makes.</summary>
    public const string UnreadableScript = "MFI065";

    /// <summary>The launcher cannot read an env file that a template of the user's makes.</summary>
    public const string UnreadableEnvironment = "MFI066";

    /// <summary>systemd cannot read a unit that a template of the user's makes.</summary>
    public const string UnreadableUnit = "MFI067";

    /// <summary>The folder for a tree has something in it that is not of a tree that was rendered there.</summary>
    public const string ForeignTree = "MFI068";

    /// <summary>SOURCE_DATE_EPOCH is no time.</summary>
    public const string InvalidSourceDate = "MFI069";

    /// <summary>A variable that says where to install is missing.</summary>
    public const string VariableNotSet = "MFI100";

    /// <summary>A variable that says where to install is a relative path.</summary>
    public const string VariableNotAbsolute = "MFI101";

    /// <summary>A variable that says where to install has a control character.</summary>
    public const string VariableHasControlCharacters = "MFI102";

    /// <summary>There is no roster, and no profile was named.</summary>
    public const string NoRoster = "MFI103";

    /// <summary>A file is there and cannot be read.</summary>
    public const string CannotRead = "MFI104";

    /// <summary>A directory stands where the roster belongs.</summary>
    public const string IsDirectory = "MFI105";

    /// <summary>An edited roster would have to give way to a profile.</summary>
    public const string RosterWasEdited = "MFI106";

    /// <summary>tmux is not on the PATH that the fleet has.</summary>
    public const string TmuxIsMissing = "MFI107";

    /// <summary>tmux lacks what the commands use.</summary>
    public const string TmuxIsTooOld = "MFI108";

    /// <summary>Another run is at work.</summary>
    public const string Locked = "MFI109";

    /// <summary>A file or folder of ours cannot be written.</summary>
    public const string CannotWrite = "MFI110";

    /// <summary>Something else stands where a folder is needed.</summary>
    public const string NotAFolder = "MFI111";

    /// <summary>The device is full or failed.</summary>
    public const string WriteFailed = "MFI112";

    /// <summary>The manifest is not one of ours.</summary>
    public const string InvalidManifest = "MFI113";

    /// <summary>A program that a run needs failed.</summary>
    public const string ProgramFailed = "MFI114";

    /// <summary>A template or the artifact table is wrong.</summary>
    public const string InvalidTemplate = "MFI115";

    /// <summary>A file changed while the run was about to replace or delete it.</summary>
    public const string ChangedMeanwhile = "MFI120";

    /// <summary>The journal of an interrupted run cannot be followed.</summary>
    public const string InvalidJournal = "MFI121";

    /// <summary>An interrupted run was completed.</summary>
    public const string RunWasCompleted = "MFI122";

    /// <summary>An interrupted run was undone.</summary>
    public const string RunWasUndone = "MFI123";

    /// <summary>A folder stands where a file is to be overwritten.</summary>
    public const string FolderIsInTheWay = "MFI124";

    /// <summary>There is no installation.</summary>
    public const string NothingInstalled = "MFI130";

    /// <summary>The manifest is missing.</summary>
    public const string ManifestIsMissing = "MFI131";

    /// <summary>A run was interrupted.</summary>
    public const string RunWasInterrupted = "MFI132";

    /// <summary>Staged files of an interrupted run are left.</summary>
    public const string StagedFilesAreLeft = "MFI133";

    /// <summary>systemd has yet to read changed units.</summary>
    public const string ReloadIsPending = "MFI134";

    /// <summary>Linger is asked for where no logind runs.</summary>
    public const string NoLogind = "MFI135";

    /// <summary>logind or polkit refused linger.</summary>
    public const string LingerWasRefused = "MFI136";

    /// <summary>No generation has this number.</summary>
    public const string NoGeneration = "MFI137";

    /// <summary>The bytes of a generation are not kept any more.</summary>
    public const string ObjectsAreMissing = "MFI138";

    /// <summary>A rollback does not touch the roster.</summary>
    public const string RosterIsNotRolledBack = "MFI139";

    /// <summary>Nobody knows which agents run with an old configuration.</summary>
    public const string OldConfigurationIsUnknown = "MFI150";
}
