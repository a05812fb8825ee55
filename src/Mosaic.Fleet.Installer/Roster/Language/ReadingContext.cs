using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster.Yaml;

namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>What travels with the reading of one roster: the diagnostics and the limit on aliases.</summary>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class ReadingContext(DiagnosticBag diagnostics)
{
    private int _values;

    /// <summary>Says what is wrong.</summary>
    /// <param name="diagnostic">The problem.</param>
    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>Whether enough is said, so that looking for more problems is wasted.</summary>
    public bool IsFull => diagnostics.IsFull;

    /// <summary>
    /// Whether a collection may be walked: aliases share their nodes and agents share the defaults, so that a small file
    /// can hold endless walks.
    /// </summary>
    /// <param name="collection">Where the mapping or list stands.</param>
    /// <param name="count">How many values it has.</param>
    public bool MayWalk(SourceSpan collection, int count)
    {
        if (_values > SyntaxTree.MaximumNodes || IsFull)
        {
            return false;
        }

        _values += count + 1;
        if (_values > SyntaxTree.MaximumNodes)
        {
            Report(YamlDiagnostics.TooManyValues(collection, SyntaxTree.MaximumNodes));
            return false;
        }

        return true;
    }
}
