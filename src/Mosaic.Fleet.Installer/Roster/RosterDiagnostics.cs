using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>What is said about a roster: a method for each message.</summary>
internal static class RosterDiagnostics
{
    /// <summary>A key that the language does not have here.</summary>
    /// <param name="key">The key.</param>
    /// <param name="noun">What its mapping describes.</param>
    /// <param name="known">The keys that it may have.</param>
    public static Diagnostic UnknownKey(ScalarNode key, string noun, IReadOnlyCollection<string> known) => Diagnostic.Error(
        DiagnosticCode.UnknownKey, key.Span, $"{noun} has no key {QuotedText.Of(key.Value)}",
        NearestWord.Find(key.Value, known) is { } nearest ? DidYouMean(nearest) : $"it may have {Enumerate(known)}");

    /// <summary>A value of another type than its key takes.</summary>
    /// <param name="node">The value.</param>
    /// <param name="expectation">What the key takes.</param>
    /// <param name="hint">How the key takes it; null when nothing helps.</param>
    public static Diagnostic WrongType(SyntaxNode node, string expectation, string? hint) => Diagnostic.Error(
        DiagnosticCode.WrongType, node.Span, $"expected {expectation}, found {node.Description}", node switch
        {
            ScalarNode { Type: ScalarType.Null, Value: "" } => "give the key a value, or delete it",
            MappingNode { Entries: [{ Key.Value: ['-', ..] }, ..] } => "a space follows the `-` of an item",
            _ => hint,
        });

    /// <summary>A key that must be there is missing.</summary>
    /// <param name="mapping">Where its mapping begins.</param>
    /// <param name="noun">What the mapping describes.</param>
    /// <param name="key">The key.</param>
    public static Diagnostic MissingKey(SourceSpan mapping, string noun, string key) => Diagnostic.Error(
        DiagnosticCode.MissingKey, mapping, $"{noun} needs the key `{key}`",
        key switch
        {
            "version" => "begin the file with `version: 1`",
            "agents" => "list at least one: `agents: [{ name: coder0 }]`",
            _ => null,
        });

    /// <summary>A word that is none of those that the key takes.</summary>
    /// <param name="scalar">The word.</param>
    /// <param name="expectation">The words as a sentence names them.</param>
    /// <param name="words">The words.</param>
    public static Diagnostic NotAllowed(ScalarNode scalar, string expectation, IReadOnlyCollection<string> words) => Diagnostic.Error(
        DiagnosticCode.NotAllowed, scalar.Span, $"expected {expectation}, found {scalar.Description}",
        !scalar.IsPlain && words.Contains(scalar.Value) ? WithoutQuotes(scalar.Value)
        : MeantWord(scalar, words) is { } word ? DidYouMean(word) : null);

    /// <summary>A number that is too small or too large.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="minimum">The smallest.</param>
    /// <param name="maximum">The largest.</param>
    public static Diagnostic OutOfRange(ScalarNode scalar, int minimum, int maximum) => Diagnostic.Error(
        DiagnosticCode.OutOfRange, scalar.Span, $"{QuotedText.Of(scalar.Value)} is out of range: {minimum} to {maximum} is allowed");

    /// <summary>A version of the language that this tool does not read.</summary>
    /// <param name="scalar">The version.</param>
    /// <param name="current">The version that is read.</param>
    public static Diagnostic UnknownVersion(ScalarNode scalar, int current) => Diagnostic.Error(
        DiagnosticCode.UnknownVersion, scalar.Span, $"version {QuotedText.Of(scalar.Value)} of the roster language is not known; this tool reads version {current}",
        $"write `version: {current}`, or update mosaic-fleet-install");

    /// <summary>A text that cannot be a name.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="noun">What it was to name.</param>
    /// <param name="problem">Why it cannot.</param>
    public static Diagnostic InvalidName(ScalarNode scalar, string noun, string problem) => Diagnostic.Error(
        DiagnosticCode.InvalidName, scalar.Span, $"{QuotedText.Of(scalar.Value)} cannot be {noun}: {problem}",
        "a name is made of a-z, A-Z, 0-9, `_` and `-`, does not begin with `-`, and has at most 64 characters");

    /// <summary>Two agents of one name.</summary>
    /// <param name="second">The later name.</param>
    /// <param name="name">The later name's text.</param>
    /// <param name="first">The earlier name.</param>
    /// <param name="firstName">The earlier name's text.</param>
    public static Diagnostic DuplicateAgent(SourceSpan second, string name, SourceSpan first, string firstName) => Diagnostic.Error(
        DiagnosticCode.DuplicateAgent, second,
        name == firstName ? $"a second agent is named `{name}`" : $"the names `{name}` and `{firstName}` differ only in case",
        $"the first is at {first.Location}; give each agent its own name");

    /// <summary>An agent with the name of the holder's session.</summary>
    /// <param name="span">The agent's name.</param>
    /// <param name="name">Its text.</param>
    public static Diagnostic HolderName(SourceSpan span, string name) => Diagnostic.Error(
        DiagnosticCode.HolderName, span, $"`{name}` is the name of the holder's session",
        "give the agent another name, or the holder, by `tmux.holder_session`");

    /// <summary>The socket of the user's own tmux server.</summary>
    /// <param name="span">The socket's name.</param>
    public static Diagnostic DefaultSocket(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.DefaultSocket, span, "`default` is the socket of your own tmux server, which a fleet never touches",
        "choose another name, as `mosaic-factory`");

    /// <summary>A runtime that is neither built in nor in the roster.</summary>
    /// <param name="span">Where it is named.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">The runtimes that there are.</param>
    public static Diagnostic UnknownRuntime(SourceSpan span, string name, IReadOnlyCollection<string> known) => Diagnostic.Error(
        DiagnosticCode.UnknownRuntime, span, $"there is no runtime `{name}`",
        NearestWord.Find(name, known) is { } nearest ? DidYouMean(nearest) : $"there are {Enumerate(known)}; add your own under `runtimes`");

    /// <summary>A path that depends on where one stands.</summary>
    /// <param name="scalar">The path.</param>
    /// <param name="noun">What stands there.</param>
    public static Diagnostic RelativePath(ScalarNode scalar, string noun) => Diagnostic.Error(
        DiagnosticCode.RelativePath, scalar.Span, $"{QuotedText.Of(scalar.Value)} is not an absolute {noun}", scalar.Value switch
        {
            ['$', ..] => "variables are not expanded; begin it with `~/` for your home directory",
            ['~', ..] => "only your own home directory can be meant: `~/`",
            _ => "begin it with `/`, or with `~/` for your home directory",
        });

    /// <summary>A character that cannot be part of a value.</summary>
    /// <param name="span">The value.</param>
    /// <param name="character">The character.</param>
    public static Diagnostic InvalidCharacter(SourceSpan span, char character) => Diagnostic.Error(
        DiagnosticCode.InvalidCharacter, span, $"the value contains {QuotedText.Describe(character)}",
        character == '\n' ? "write it on one line; `>-` folds several lines into one" : null);

    /// <summary>A text that must say something.</summary>
    /// <param name="span">The text.</param>
    public static Diagnostic EmptyText(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.EmptyText, span, "the text is empty", "give the key a value, or delete it");

    /// <summary>A text that no process could be given.</summary>
    /// <param name="span">The text.</param>
    /// <param name="maximum">The longest, in bytes.</param>
    public static Diagnostic TextTooLong(SourceSpan span, int maximum) => Diagnostic.Error(
        DiagnosticCode.TextTooLong, span, $"the text is longer than {maximum} bytes, which is more than Linux passes to a program",
        "put it into a file and name that");

    /// <summary>A duration in another form.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic InvalidDuration(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidDuration, scalar.Span, $"{QuotedText.Of(scalar.Value)} is not a duration",
        "write it as systemd does: `5s`, `500ms`, `1min 30s`");

    /// <summary>A duration that nobody would wait.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic DurationTooLong(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidDuration, scalar.Span, $"{QuotedText.Of(scalar.Value)} is longer than a day", "give a day, `1d`, or less");

    /// <summary>A limit in another form.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="expectation">What the key takes.</param>
    /// <param name="meant">What was probably meant; null when nothing is.</param>
    public static Diagnostic InvalidLimit(ScalarNode scalar, string expectation, string? meant) => Diagnostic.Error(
        DiagnosticCode.InvalidLimit, scalar.Span, $"expected {expectation}, found {QuotedText.Of(scalar.Value)}",
        meant is null ? null : DidYouMean(meant));

    /// <summary>A text that cannot name a variable.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic InvalidVariable(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidVariable, scalar.Span, $"{QuotedText.Of(scalar.Value)} cannot be a variable's name",
        "a variable's name is made of a-z, A-Z, 0-9 and `_`, and does not begin with a digit");

    /// <summary>A variable that an agent cannot set.</summary>
    /// <param name="scalar">Its name.</param>
    /// <param name="reason">Why.</param>
    public static Diagnostic ReservedVariable(ScalarNode scalar, string reason) => Diagnostic.Error(
        DiagnosticCode.ReservedVariable, scalar.Span, $"`{scalar.Value}` is reserved: {reason}", "choose another name");

    /// <summary>A key that tmux would type as text.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic InvalidTerminalKey(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidTerminalKey,
        scalar.Span,
        $"{QuotedText.Of(scalar.Value)} is no key that tmux knows",
        "write it as tmux does: `Enter`, `C-j`, `M-Enter`, `F5`");

    /// <summary>A pattern with an open group or bracket.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic InvalidPattern(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidPattern,
        scalar.Span,
        $"{QuotedText.Of(scalar.Value)} is no regular expression",
        "put a backslash before ( [ { * + ? that are meant as they stand");

    /// <summary>A template's name that is no path below the templates' folder.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic InvalidTemplateName(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidTemplateName,
        scalar.Span,
        $"{QuotedText.Of(scalar.Value)} cannot name a template",
        "give its path below the templates' folder: kickstart/orchestrator.md.sbn");

    /// <summary>Two keys that mean the same.</summary>
    /// <param name="second">The value of the key to delete.</param>
    /// <param name="key">That key.</param>
    /// <param name="first">The value of the other.</param>
    /// <param name="firstKey">The other key.</param>
    public static Diagnostic SameSettingTwice(SourceSpan second, string key, SourceSpan first, string firstKey) => Diagnostic.Error(
        DiagnosticCode.SameSettingTwice, second, $"`{key}` means the same as `{firstKey}`, which is given too",
        $"the other is at {first.Location}; keep one");

    /// <summary>A list with nothing in it.</summary>
    /// <param name="span">The list.</param>
    /// <param name="noun">What it lists.</param>
    public static Diagnostic EmptyList(SourceSpan span, string noun) => Diagnostic.Error(
        DiagnosticCode.EmptyList, span, $"the list of {noun} is empty");

    /// <summary>A template that is not there.</summary>
    /// <param name="span">Its name in the roster.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">The templates that there are.</param>
    public static Diagnostic UnknownTemplate(SourceSpan span, string name, IReadOnlyCollection<string> known) => Diagnostic.Error(
        DiagnosticCode.UnknownTemplate, span, $"there is no template `{name}`",
        NearestWord.Find(name, known) is { } nearest ? DidYouMean(nearest) : $"put it into $MOSAIC_HOME/fleet/templates/{name}");

    /// <summary>A text that no forge takes for the name of an owner, or tea for that of a login.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="noun">What it was to name.</param>
    public static Diagnostic InvalidAccount(ScalarNode scalar, string noun) => Diagnostic.Error(
        DiagnosticCode.InvalidAccount, scalar.Span, $"{QuotedText.Of(scalar.Value)} cannot be {noun}",
        "such a name is made of a-z, A-Z, 0-9, `_`, `-` and `.`, begins with a letter, a digit or `_`, and has at most 100 characters");

    /// <summary>A text that is no address of a server, or says more than that.</summary>
    /// <param name="scalar">The text.</param>
    public static Diagnostic InvalidServer(ScalarNode scalar) => Diagnostic.Error(
        DiagnosticCode.InvalidServer, scalar.Span, $"{QuotedText.Of(scalar.Value)} is not the address of a server",
        scalar.Value.Contains('@', StringComparison.Ordinal)
            ? "leave out the name and password: secrets do not belong in the roster"
            : "write it as `https://ci.example.com`, with a port or a path if it has one");

    /// <summary>An instance of Woodpecker that the roster does not describe.</summary>
    /// <param name="span">Where it is named.</param>
    /// <param name="name">Its name.</param>
    /// <param name="known">The instances that there are.</param>
    public static Diagnostic UnknownInstance(SourceSpan span, string name, IReadOnlyCollection<string> known) => Diagnostic.Error(
        DiagnosticCode.UnknownInstance, span, $"there is no instance `{name}`",
        known.Count == 0 ? $"describe it under `woodpecker.instances`: {name}: {{ server: https://ci.example.com }}"
        : NearestWord.Find(name, known) is { } nearest ? DidYouMean(nearest)
        : $"there are {Enumerate(known)}");

    /// <summary>More than one agent leads the others.</summary>
    /// <param name="second">The class of the second.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="first">The class of the first.</param>
    public static Diagnostic SeveralOrchestrators(SourceSpan second, int count, SourceSpan first) => Diagnostic.Warning(
        DiagnosticCode.SeveralOrchestrators, second, $"{count} agents are of the class `orchestrator`",
        $"the first is at {first.Location}; most fleets have one, which gives the others their work");

    /// <summary>A working directory that does not exist yet.</summary>
    /// <param name="span">Where it is named.</param>
    /// <param name="folder">The directory.</param>
    /// <param name="agent">The first agent that works there.</param>
    /// <param name="others">How many more do.</param>
    public static Diagnostic MissingWorkingDirectory(SourceSpan span, string folder, string agent, int others) => Diagnostic.Warning(
        DiagnosticCode.MissingWorkingDirectory, span, $"the working directory {QuotedText.Of(folder)} of {Agents(agent, others)} does not exist",
        "make it before agents are to start there");

    /// <summary>A program that agents could not run.</summary>
    /// <param name="span">Where the roster asks for it.</param>
    /// <param name="program">The program.</param>
    /// <param name="agent">The first agent that needs it.</param>
    /// <param name="others">How many more do.</param>
    public static Diagnostic MissingProgram(SourceSpan span, string program, string agent, int others) => Diagnostic.Warning(
        DiagnosticCode.MissingProgram, span, program == "mosaic"
            ? $"no `mosaic` but the fleet's own is on the PATH of your login shell, for {Agents(agent, others)}"
            : $"the program {QuotedText.Of(program)} of {Agents(agent, others)} is not on the PATH of your login shell",
        "agents that need it do not start before it is installed there");

    /// <summary>More agents than one tmux server of this host may have terminals.</summary>
    /// <param name="span">Where the first one too many is.</param>
    /// <param name="agent">That agent.</param>
    /// <param name="room">How many there may be.</param>
    /// <param name="limit">How many files a process may open here.</param>
    /// <param name="count">How many agents there are.</param>
    public static Diagnostic TooManyAgents(SourceSpan span, string agent, long room, long limit, int count) => Diagnostic.Error(
        DiagnosticCode.TooManyAgents, span,
        $"with {QuotedText.Of(agent)} the fleet is too large: its tmux server may open {limit} files, enough for {room} agents, and there are {count}",
        $"raise the hard limit (ulimit -Hn): LimitNOFILE={2L * count + 1000} in a drop-in of user@.service, `nofile` in /etc/security/limits.conf; then log in again");

    /// <summary>A transport whose program is not there yet.</summary>
    /// <param name="span">Where the roster names it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="program">Where its program belongs.</param>
    /// <param name="known">The transports that there are.</param>
    public static Diagnostic MissingTransport(SourceSpan span, string name, string program, IReadOnlyCollection<string> known) => Diagnostic.Warning(
        DiagnosticCode.MissingTransport, span, $"there is no transport `{name}`",
        NearestWord.Find(name, known) is { } nearest ? DidYouMean(nearest) : $"no message is delivered before its program is {program}");

    /// <summary>A transport whose program is a file that nobody may run.</summary>
    /// <param name="span">Where the roster names it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="program">Where its program is.</param>
    public static Diagnostic TransportIsNotExecutable(SourceSpan span, string name, string program) => Diagnostic.Warning(
        DiagnosticCode.MissingTransport, span, $"the program of the transport `{name}` is not executable", $"no message is delivered before this: chmod +x {program}");

    private static string Agents(string first, int others) => others == 0 ? $"`{first}`" : $"`{first}` and {others} more";

    /// <summary>A profile to extend that does not exist.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="known">The profiles that there are.</param>
    public static Diagnostic UnknownBase(ScalarNode name, IReadOnlyCollection<string> known) => Diagnostic.Error(
        DiagnosticCode.UnknownProfile, name.Span, $"there is no profile {QuotedText.Of(name.Value)} to extend",
        NearestWord.Find(name.Value, known) is { } nearest ? DidYouMean(nearest) : $"the profiles are {string.Join(", ", known)}");

    /// <summary>A profile that extends itself.</summary>
    /// <param name="name">Where the circle closes.</param>
    /// <param name="circle">The profiles from one on until it comes again.</param>
    public static Diagnostic CircularExtension(ScalarNode name, IReadOnlyCollection<string> circle) => Diagnostic.Error(
        DiagnosticCode.CircularExtension, name.Span, $"the profile extends itself: {string.Join(" -> ", circle)}",
        "delete one `extends` of the circle");

    /// <summary>An agent to remove that no profile brought.</summary>
    /// <param name="span">Its name.</param>
    /// <param name="name">The name's text.</param>
    public static Diagnostic NothingToRemove(SourceSpan span, string name) => Diagnostic.Error(
        DiagnosticCode.NothingToRemove, span, $"there is no agent `{name}` to remove",
        "only agents of a profile that the file extends can be removed; delete this entry");

    /// <summary>An agent that the roster does not have.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <param name="known">The agents that there are.</param>
    public static Diagnostic UnknownAgent(string name, IReadOnlyCollection<string> known) => new(
        Severity.Error, DiagnosticCode.UnknownAgent, null, $"the roster has no agent {QuotedText.Of(name)}",
        NearestWord.Find(name, known) is { } nearest ? DidYouMean(nearest) : $"there are {Enumerate(known.Take(20))}");

    /// <summary>An agent has no value of the key that was asked for.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key that was asked for.</param>
    /// <param name="known">The keys that it has values of.</param>
    public static Diagnostic NoValue(string agent, string key, IReadOnlyCollection<string> known) => new(
        Severity.Error, DiagnosticCode.NoValue, null, $"`{agent}` has no value of {QuotedText.Of(key)}",
        NearestWord.Find(key, known) is { } nearest ? DidYouMean(nearest) : $"there are {Enumerate(known)}");

    /// <summary>The hint for a value that is right without its quotes.</summary>
    /// <param name="value">The value.</param>
    public static string WithoutQuotes(string value) => $"write it without quotes: {value}";

    /// <summary>The hint for a value that is right in quotes.</summary>
    /// <param name="value">The value.</param>
    public static string InQuotes(string value) => $"in quotes it is text: \"{value}\"";

    private static string DidYouMean(string word) => $"did you mean `{word}`?";

    private static string Enumerate(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));

    // People write switches as YAML 1.1 let them, and `false` where `no` is one of several words.
    private static string? MeantWord(ScalarNode scalar, IReadOnlyCollection<string> words)
    {
        var word = scalar.Value.ToLowerInvariant();
        string? opposite = word switch
        {
            "yes" or "on" or "y" or "1" => "true",
            "no" or "off" or "n" or "0" => "false",
            "false" or "never" or "none" => "no",
            _ => null,
        };
        return words.FirstOrDefault(allowed => allowed == word || allowed == opposite) ?? NearestWord.Find(word, words);
    }
}
