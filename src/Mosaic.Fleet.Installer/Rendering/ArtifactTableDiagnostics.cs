using Mosaic.Fleet.Installer.Diagnostics;

namespace Mosaic.Fleet.Installer.Rendering;

/// <summary>What is said about the rows of an artifact table.</summary>
internal static class ArtifactTableDiagnostics
{
    /// <summary>A row has too few or too many words.</summary>
    /// <param name="row">The row.</param>
    public static Diagnostic NotFourColumns(SourceSpan row) =>
        Wrong(row, "a row has four columns: scope, mode, template, output", "as in: agent 0644 notes.md.sbn mosaic/fleet/notes/<name>.md");

    /// <summary>The first column is no scope.</summary>
    /// <param name="word">It.</param>
    /// <param name="text">Its text.</param>
    /// <param name="known">The scopes.</param>
    public static Diagnostic NoScope(SourceSpan word, string text, IReadOnlyCollection<string> known) => Wrong(
        word, $"{QuotedText.Of(text)} is no scope",
        NearestWord.Find(text, known) is { } nearest ? $"did you mean `{nearest}`?" : $"there are {string.Join(", ", known)}");

    /// <summary>The second column is no mode.</summary>
    /// <param name="word">It.</param>
    /// <param name="text">Its text.</param>
    public static Diagnostic NoMode(SourceSpan word, string text) =>
        Wrong(word, $"{QuotedText.Of(text)} is no mode", "four octal digits that let you read and write the file, as 0644 or 0755");

    /// <summary>The third column names no template.</summary>
    /// <param name="word">It.</param>
    /// <param name="text">Its text.</param>
    /// <param name="known">The templates that there are.</param>
    public static Diagnostic NoTemplate(SourceSpan word, string text, IReadOnlyCollection<string> known) => Wrong(
        word, $"there is no template {QuotedText.Of(text)}",
        NearestPath.Find(text, known) is { } nearest ? $"did you mean `{nearest}`?" : "the path is that below the folder of templates");

    /// <summary>The fourth column is no place for an artifact.</summary>
    /// <param name="word">It.</param>
    /// <param name="fault">Why not, and what would be one.</param>
    public static Diagnostic BadOutput(SourceSpan word, (string Message, string Hint) fault) => Wrong(word, fault.Message, fault.Hint);

    /// <summary>Two rows make one file.</summary>
    /// <param name="word">The output of the later row.</param>
    /// <param name="output">The file.</param>
    /// <param name="earlier">The earlier row.</param>
    public static Diagnostic MadeTwice(SourceSpan word, string output, ArtifactRule earlier) => Wrong(
        word, $"{QuotedText.Of(output)} is made by {earlier.Place.Location} already",
        $"choose another output; to change what that row makes, overlay {earlier.Template}");

    /// <summary>One row makes a file where another needs a folder.</summary>
    /// <param name="word">The output that needs the folder.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="other">The row that makes a file of that name.</param>
    public static Diagnostic FileIsFolder(SourceSpan word, string folder, ArtifactRule other) => Wrong(
        word, $"{QuotedText.Of(folder)} would be a folder, and {other.Place.Location} makes it a file", "choose another output");

    private static Diagnostic Wrong(SourceSpan span, string message, string hint) =>
        Diagnostic.Error(DiagnosticCode.InvalidArtifactRow, span, message, hint);
}
