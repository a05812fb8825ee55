using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Rendering;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Looks for the program of the transport that a roster names. It may be put there later, so that it is missing is a warning.</summary>
internal static class TransportExpectation
{
    private const string Extension = ".sh";
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Says that the program is missing, or cannot be run, where the roster names the transport; nothing when all is well.</summary>
    /// <param name="roster">The roster.</param>
    /// <param name="layout">Where programs of transports lie.</param>
    /// <param name="templates">What a run makes, which need not be there yet.</param>
    public static IEnumerable<Diagnostic> FindMissing(FleetRoster roster, FleetLayout layout, TemplateCatalogue templates)
    {
        // What holds without a word of the roster is built in.
        if (roster.TransportOrigin is not { } span)
        {
            return [];
        }

        var program = layout.TransportFolder / $"{roster.Transport}{Extension}";
        var made = MadePrograms(roster, layout, templates);
        if (made.Contains(program) || IsExecutable(program))
        {
            return [];
        }

        return [File.Exists(program.Value)
            ? RosterDiagnostics.TransportIsNotExecutable(span, roster.Transport, layout.TildeForm(program))
            : RosterDiagnostics.MissingTransport(span, roster.Transport, layout.TildeForm(program), [.. made.Concat(InstalledPrograms(layout)).Select(NameOf).Distinct()])];
    }

    // What is wrong with the tables themselves is said where they are rendered.
    private static List<AbsolutePath> MadePrograms(FleetRoster roster, FleetLayout layout, TemplateCatalogue templates) =>
    [
        .. ArtifactTable.Read(templates, new DiagnosticBag())
            .Where(rule => !rule.IsPerAgent && (rule.Mode & Executable) != 0 && (rule.Suite is null || roster.Tools.Suites.Contains(rule.Suite)))
            .Select(rule => layout.Resolve(rule.Output))
            .Where(file => IsProgramOfTransport(file, layout)),
    ];

    private static IEnumerable<AbsolutePath> InstalledPrograms(FleetLayout layout) => Directory.Exists(layout.TransportFolder.Value)
        ? Directory.EnumerateFiles(layout.TransportFolder.Value).Select(AbsolutePath.From).Where(file => IsProgramOfTransport(file, layout) && IsExecutable(file))
        : [];

    private static bool IsProgramOfTransport(AbsolutePath file, FleetLayout layout) =>
        file.Parent == layout.TransportFolder && file.Name.EndsWith(Extension, StringComparison.Ordinal);

    private static string NameOf(AbsolutePath program) => program.Name[..^Extension.Length];

    // A link may do what the file may that it leads to.
    private static bool IsExecutable(AbsolutePath file) =>
        File.Exists(file.Value)
        && (File.GetUnixFileMode(File.ResolveLinkTarget(file.Value, returnFinalTarget: true)?.FullName ?? file.Value) & Executable) != 0;
}
