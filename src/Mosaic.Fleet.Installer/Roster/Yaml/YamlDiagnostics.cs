using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Roster.Yaml;

/// <summary>What is said about a file as YAML.</summary>
internal static class YamlDiagnostics
{
    /// <summary>There is nothing but comments and white space.</summary>
    /// <param name="source">The file.</param>
    public static Diagnostic Empty(SourceText source) => new(
        Severity.Error, DiagnosticCode.EmptyFile, new SourceLocation(source.Name, 1, 1), "the file is empty",
        "start from a profile: `mosaic-fleet-install --profile minimal`");

    /// <summary>The text is not YAML.</summary>
    /// <param name="span">Where the parser gave up.</param>
    /// <param name="problem">What it says.</param>
    /// <param name="hint">What to do; null when nothing is known.</param>
    public static Diagnostic Invalid(SourceSpan span, string problem, string? hint) => Diagnostic.Error(
        DiagnosticCode.InvalidYaml, span, $"not valid YAML: {problem}", hint);

    /// <summary>A second document begins.</summary>
    /// <param name="span">Where.</param>
    public static Diagnostic SecondDocument(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.SecondDocument, span, "a second YAML document begins here; a roster is one",
        "delete the `---` line and join the two parts");

    /// <summary>Mappings and lists lie in each other deeper than any roster needs.</summary>
    /// <param name="span">Where.</param>
    /// <param name="maximum">The depth that is read.</param>
    public static Diagnostic NestedTooDeeply(SourceSpan span, int maximum) => Diagnostic.Error(
        DiagnosticCode.NestedTooDeeply, span, $"values are nested more than {maximum} deep; a roster needs six");

    /// <summary>There are more values than a roster has.</summary>
    /// <param name="span">Where the reading stopped.</param>
    /// <param name="maximum">How many are read.</param>
    public static Diagnostic TooManyValues(SourceSpan span, int maximum) => Diagnostic.Error(
        DiagnosticCode.TooManyValues, span, $"the file holds more than {maximum:N0} values, those that aliases repeat included");

    /// <summary>A value has a tag.</summary>
    /// <param name="span">The value.</param>
    public static Diagnostic Tag(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.UnsupportedYaml, span, "tags (`!…`) have no meaning in a roster",
        "delete the tag; quotes make any value text");

    /// <summary>The key <c>&lt;&lt;</c> of YAML 1.1.</summary>
    /// <param name="span">The key.</param>
    public static Diagnostic MergeKey(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.UnsupportedYaml, span, "merge keys (`<<`) are not part of YAML 1.2",
        "values that agents share belong under `defaults`");

    /// <summary>A key is a list or a mapping.</summary>
    /// <param name="span">The key.</param>
    public static Diagnostic KeyIsNotText(SourceSpan span) => Diagnostic.Error(
        DiagnosticCode.UnsupportedYaml, span, "a key must be text",
        "text that begins with `{` or `[` needs quotes");

    /// <summary>An alias has no anchor before it.</summary>
    /// <param name="span">The alias.</param>
    /// <param name="anchor">Its name.</param>
    public static Diagnostic UnknownAnchor(SourceSpan span, string anchor) => Diagnostic.Error(
        DiagnosticCode.UnknownAnchor, span, $"no anchor `&{anchor}` stands before this alias",
        "text that begins with `*` needs quotes");

    /// <summary>An alias stands inside the value that it repeats.</summary>
    /// <param name="span">The alias.</param>
    /// <param name="anchor">Its name.</param>
    public static Diagnostic RecursiveAnchor(SourceSpan span, string anchor) => Diagnostic.Error(
        DiagnosticCode.UnknownAnchor, span, $"this alias stands inside its own anchor `&{anchor}`");

    /// <summary>A key stands twice in one mapping.</summary>
    /// <param name="second">The later one.</param>
    /// <param name="key">The key.</param>
    /// <param name="first">The earlier one.</param>
    public static Diagnostic DuplicateKey(SourceSpan second, string key, SourceSpan first) => Diagnostic.Error(
        DiagnosticCode.DuplicateKey, second, $"the key {QuotedText.Of(key)} stands here for the second time",
        $"first given at {first.Location}; keep one");
}
