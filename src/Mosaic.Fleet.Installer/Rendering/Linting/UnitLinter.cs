using System.Collections.Immutable;
using System.Text.Unicode;
using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Rendering.Linting;

/// <summary>
/// Reads unit files line by line, as systemd.syntax(7) has it: sections, assignments, comments, continuation lines. It knows the
/// sections of each type of unit, since systemd passes over any other without an error, and no keys.
/// </summary>
internal static class UnitLinter
{
    private const string Extension = "X-";
    private static readonly string[] Common = ["Unit", "Install"];

    private static readonly ImmutableDictionary<string, string> Sections = ((string[])
            ["Service", "Socket", "Timer", "Path", "Mount", "Automount", "Swap", "Slice", "Scope", "Target", "Device"])
        .ToImmutableDictionary(section => section.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The first thing that systemd would refuse or pass over; null when there is none, or the file is no unit.</summary>
    /// <param name="source">The text of the file, its invalid bytes replaced.</param>
    /// <param name="artifact">The file.</param>
    public static LintFault? FindFault(SourceText source, Artifact artifact)
    {
        if (!Sections.TryGetValue(TypeOf(artifact.Path), out var own))
        {
            return null;
        }

        var bad = Utf8.IsValid(artifact.Content.Span) ? source.Text.IndexOf('\0', StringComparison.Ordinal) : source.Text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (bad >= 0)
        {
            return new LintFault(source.Span(bad, 1), source.Text[bad] == '\0' ? "the text holds a NUL" : "the text is not valid UTF-8");
        }

        var hasSection = false;
        var continues = false;
        for (int start = 0, end; start < source.Text.Length; start = end + 1)
        {
            end = source.Text.IndexOf('\n', start) is >= 0 and var found ? found : source.Text.Length;
            var raw = source.Text.AsSpan(start, end - start);
            var line = raw.Trim();

            // A comment between continuation lines is left out, and what it continues goes on behind it.
            if (line is [] or ['#' or ';', ..])
            {
                continues &= line.Length > 0;
                continue;
            }

            if (!continues && FindFault(line, own, ref hasSection) is { } message)
            {
                return new LintFault(source.Span(start, end - start), message);
            }

            // A backslash may itself stand behind one, and then it ends nothing.
            continues = (raw.Length - raw.TrimEnd('\\').Length) % 2 == 1;
        }

        return null;
    }

    private static string? FindFault(ReadOnlySpan<char> line, string own, ref bool hasSection)
    {
        if (line[0] != '[')
        {
            return line.IndexOf('=') <= 0 ? "the line is neither a section, nor a comment, nor Key=value"
                : hasSection ? null
                : "the line stands in no section";
        }

        hasSection = true;
        if (line is not ['[', _, .., ']'])
        {
            return "the section has no closing bracket";
        }

        var section = line[1..^1].ToString();
        string[] known = [.. Common, own];
        return section.StartsWith(Extension, StringComparison.Ordinal) || known.Contains(section, StringComparer.Ordinal) ? null
            : $"systemd passes over a section [{section}] here{(NearestWord.Find(section, known) is { } nearest ? $"; did you mean [{nearest}]?" : "")}";
    }

    // systemd.unit(5): a drop-in NAME.TYPE.d/*.conf or TYPE.d/*.conf is read with the units of its type.
    private static string TypeOf(AbsolutePath path)
    {
        const string DropIns = ".d";
        var name = path.Name.EndsWith(".conf", StringComparison.Ordinal) && path.Parent.Name.EndsWith(DropIns, StringComparison.Ordinal)
            ? path.Parent.Name[..^DropIns.Length]
            : path.Name;
        return name.Split('.')[^1];
    }
}
