using System.Text.Encodings.Web;
using System.Text.Json;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Reporting.Diffs;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes reports and diagnostics for programs.</summary>
internal static class JsonReport
{
    /// <summary>How all JSON of the tool is written: indented, and Unicode as itself.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the document that <c>docs/json.md</c> describes.</summary>
    public static void Write(InstallReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("outcome", Word(report.Outcome));
        json.WriteStartArray("files");
        foreach (var file in report.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("state", file.State);
            json.WriteString("note", file.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("steps");
        foreach (var step in report.Steps)
        {
            json.WriteStartObject();
            json.WriteString("kind", StepWords.Of(step.Kind));
            json.WriteString("subject", step.Subject);
            json.WriteString("cause", step.Cause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteDiffs(json, "diffs", [.. report.Conflicts.Select(conflict => conflict.Diff), .. report.Diffs]);
        WriteTexts(json, "restart", report.Old.Agents);
        json.WriteBoolean("restart_server", report.Old.OfServer);
        WriteDiagnostics(json, "warnings", report.Warnings);
        WriteTexts(json, "next", report.NextCommands);
        json.WriteEndObject();
    }

    /// <summary>Writes a property that holds diffs, without colours.</summary>
    public static void WriteDiffs(Utf8JsonWriter json, string name, IEnumerable<FileDiff> diffs)
    {
        json.WriteStartArray(name);
        foreach (var diff in diffs.Where(diff => !diff.Lines.IsEmpty))
        {
            json.WriteStartObject();
            json.WriteString("path", diff.Name);
            json.WriteStartArray("lines");
            foreach (var line in diff.Lines)
            {
                json.WriteStringValue(line.Text);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes <c>{"outcome": "failed", "errors": […]}</c>.</summary>
    public static void Write(InstallationException failure, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("outcome", "failed");
        WriteDiagnostics(json, "errors", failure.Diagnostics);
        json.WriteEndObject();
    }

    /// <summary>Writes a property that holds diagnostics.</summary>
    public static void WriteDiagnostics(Utf8JsonWriter json, string name, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray(name);
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("file", diagnostic.Location?.File);
            if (diagnostic.Location is { } location)
            {
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
            }

            json.WriteString("message", diagnostic.Message);
            json.WriteString("hint", diagnostic.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Word(InstallOutcome outcome) => outcome switch
    {
        InstallOutcome.Unchanged => "unchanged",
        InstallOutcome.Installed => "installed",
        InstallOutcome.Planned => "planned",
        InstallOutcome.Conflict => "conflict",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
