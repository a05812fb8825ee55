using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Language;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Reads a roster: text -> syntax tree -> values of the language -> agents with their effective values.</summary>
internal static class RosterReader
{
    /// <summary>Reads a roster and says all that is wrong with it at once.</summary>
    /// <param name="source">The roster's text, as <see cref="SourceTextDecoder"/> gives it.</param>
    public static RosterReading Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var context = new ReadingContext(diagnostics);
        var roster = SyntaxTree.Read(source, diagnostics) is { } root && RosterKeys.Kind.TryRead(root, context, out var values)
            ? new RosterResolver(values, context).Resolve()
            : null;
        return new RosterReading(diagnostics.HasErrors ? null : roster, diagnostics.ToSorted());
    }
}
