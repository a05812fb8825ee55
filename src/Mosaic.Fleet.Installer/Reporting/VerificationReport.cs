using System.Text.Json;
using Mosaic.Fleet.Installer.Applying.Verification;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Reporting;

/// <summary>Writes how an installation compares with its manifest: two letters a file, as <c>git status -s</c> does.</summary>
internal static class VerificationReport
{
    /// <summary>What the letters mean, for the help.</summary>
    public const string Legend = """
        M  content modified      P  permissions differ (second column)
        D  missing               T  replaced by a link, a folder or the like
        U  cannot be read        ?? not ours, in a folder of ours
        """;

    /// <summary>Writes a line a file that differs, and a summary.</summary>
    public static void WriteText(InstallationStatus status, FleetLayout layout, TextWriter writer)
    {
        foreach (var file in status.Differences)
        {
            var note = file.HasOtherMode ? $"  ({Octal(file.FoundMode)}, written as {Octal(file.WrittenMode)})" : string.Empty;
            writer.WriteLine($"{Letters(file)} {layout.TildeForm(file.Path)}{note}");
        }

        if (status.IsClean)
        {
            writer.WriteLine($"All {status.FileCount} files are as they were written.");
        }
        else if (!status.Differences.IsEmpty)
        {
            writer.WriteLine(Summary(status));
        }
    }

    /// <summary>
    /// Writes <c>{"outcome": "clean" | "drift", "files", "differences": [{"path", "status", "content", "mode": null |
    /// {"written", "found"}}], "warnings"}</c>.
    /// </summary>
    public static void WriteJson(InstallationStatus status, FleetLayout layout, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonReport.Options);
        json.WriteStartObject();
        json.WriteString("outcome", status.IsClean ? "clean" : "drift");
        json.WriteNumber("files", status.FileCount);
        json.WriteStartArray("differences");
        foreach (var file in status.Differences)
        {
            json.WriteStartObject();
            json.WriteString("path", layout.TildeForm(file.Path));
            json.WriteString("status", Letters(file));
            json.WriteString("content", Word(file.Content));
            if (file.HasOtherMode)
            {
                json.WriteStartObject("mode");
                json.WriteString("written", Octal(file.WrittenMode));
                json.WriteString("found", Octal(file.FoundMode));
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("mode");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonReport.WriteDiagnostics(json, "warnings", status.Problems);
        json.WriteEndObject();
    }

    private static string Summary(InstallationStatus status)
    {
        var extra = status.Differences.Count(file => file.Content == ContentStatus.Extra);
        return $"{status.Differences.Length - extra} of {status.FileCount} files differ{(extra == 0 ? "" : $"; {extra} in our folders {(extra == 1 ? "is" : "are")} not ours")}.";
    }

    private static string Letters(FileStatus file) => file.Content switch
    {
        ContentStatus.Extra => "??",
        ContentStatus.Missing => "D ",
        ContentStatus.Replaced => "T ",
        ContentStatus.Unreadable => "U ",
        ContentStatus.Modified => file.HasOtherMode ? "MP" : "M ",
        ContentStatus.Same => file.HasOtherMode ? " P" : "  ",
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    private static string Word(ContentStatus status) => status switch
    {
        ContentStatus.Same => "same",
        ContentStatus.Modified => "modified",
        ContentStatus.Missing => "missing",
        ContentStatus.Replaced => "replaced",
        ContentStatus.Unreadable => "unreadable",
        ContentStatus.Extra => "extra",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static string Octal(UnixFileMode? mode) => Convert.ToString((int)mode!.Value, toBase: 8).PadLeft(4, '0');
}
