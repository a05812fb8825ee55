using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Language;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Reads a roster: text -> syntax tree, laid over that of a profile it extends -> values of the language -> agents with their effective values.</summary>
internal static class RosterReader
{
    /// <summary>Decodes a file and reads the roster in it.</summary>
    /// <param name="name">The file as the person named it, or <c>-</c> for standard input.</param>
    /// <param name="bytes">Its content; see <see cref="SourceTextDecoder.Decode"/>.</param>
    /// <param name="bases">What it may extend; null for nothing.</param>
    public static RosterReading Read(string name, ReadOnlySpan<byte> bytes, IBaseRosters? bases = null)
    {
        var decoded = SourceTextDecoder.Decode(name, bytes);
        return decoded.Source is null ? new RosterReading(null, decoded.Diagnostics) : Read(decoded.Source, bases);
    }

    /// <summary>Reads a roster and says all that is wrong with it at once.</summary>
    /// <param name="source">The roster's text, as <see cref="SourceTextDecoder"/> gives it.</param>
    /// <param name="bases">What it may extend; null for nothing.</param>
    public static RosterReading Read(SourceText source, IBaseRosters? bases = null)
    {
        var diagnostics = new DiagnosticBag();
        var roster = ReadValues(source, bases, diagnostics)?.Resolve();
        return new RosterReading(diagnostics.HasErrors ? null : roster, diagnostics.ToSorted());
    }

    /// <summary>Reads a roster and says of one agent which values hold and where each comes from.</summary>
    /// <param name="source">The roster's text.</param>
    /// <param name="agent">The agent's name.</param>
    /// <param name="bases">What the roster may extend; null for nothing.</param>
    public static AgentExplanation Explain(SourceText source, string agent, IBaseRosters? bases = null)
    {
        var diagnostics = new DiagnosticBag();
        var resolver = ReadValues(source, bases, diagnostics);
        var roster = resolver?.Resolve();
        if (roster is null || diagnostics.HasErrors)
        {
            return new AgentExplanation([], diagnostics.ToSorted());
        }

        if (resolver!.Explain(agent) is { } values)
        {
            return new AgentExplanation(values, diagnostics.ToSorted());
        }

        diagnostics.Add(RosterDiagnostics.UnknownAgent(agent, [.. roster.Agents.Select(known => known.Name)]));
        return new AgentExplanation([], diagnostics.ToSorted());
    }

    private static RosterResolver? ReadValues(SourceText source, IBaseRosters? bases, DiagnosticBag diagnostics)
    {
        var context = new ReadingContext(diagnostics);
        return new RosterComposer(bases, diagnostics).Read(source) is { } root && RosterKeys.Kind.TryRead(root, context, out var values)
            ? new RosterResolver(values, context)
            : null;
    }
}
