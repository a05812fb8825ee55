using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Language;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Reads a roster: text -> syntax tree -> values of the language -> agents with their effective values.</summary>
internal static class RosterReader
{
    /// <summary>Decodes a file and reads the roster in it.</summary>
    /// <param name="name">The file as the person named it, or <c>-</c> for standard input.</param>
    /// <param name="bytes">Its content; see <see cref="SourceTextDecoder.Decode"/>.</param>
    public static RosterReading Read(string name, ReadOnlySpan<byte> bytes)
    {
        var decoded = SourceTextDecoder.Decode(name, bytes);
        return decoded.Source is null ? new RosterReading(null, decoded.Diagnostics) : Read(decoded.Source);
    }

    /// <summary>Reads a roster and says all that is wrong with it at once.</summary>
    /// <param name="source">The roster's text, as <see cref="SourceTextDecoder"/> gives it.</param>
    public static RosterReading Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var roster = ReadValues(source, diagnostics)?.Resolve();
        return new RosterReading(diagnostics.HasErrors ? null : roster, diagnostics.ToSorted());
    }

    /// <summary>Reads a roster and says of one agent which values hold and where each comes from.</summary>
    /// <param name="source">The roster's text.</param>
    /// <param name="agent">The agent's name.</param>
    public static AgentExplanation Explain(SourceText source, string agent)
    {
        var diagnostics = new DiagnosticBag();
        var resolver = ReadValues(source, diagnostics);
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

    private static RosterResolver? ReadValues(SourceText source, DiagnosticBag diagnostics)
    {
        var context = new ReadingContext(diagnostics);
        return SyntaxTree.Read(source, diagnostics) is { } root && RosterKeys.Kind.TryRead(root, context, out var values)
            ? new RosterResolver(values, context)
            : null;
    }
}
