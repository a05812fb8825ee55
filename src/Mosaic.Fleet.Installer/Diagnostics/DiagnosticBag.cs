using System.Collections.Immutable;

namespace Mosaic.Fleet.Installer.Diagnostics;

/// <summary>Collects the diagnostics of one reading: each once, the first thousand, in the order of their positions.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>Enough for a person; without an end, a hostile file would fill the memory with messages.</summary>
    public const int Capacity = 1000;

    // A set, because an alias leads to the same value, and to its problem, as often as it is used.
    private readonly HashSet<Diagnostic> _diagnostics = [];

    /// <summary>Whether an error was added.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether further diagnostics are dropped, so that a reader may stop.</summary>
    public bool IsFull => _diagnostics.Count >= Capacity;

    /// <summary>Adds one.</summary>
    /// <param name="diagnostic">What to say.</param>
    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (!IsFull)
        {
            _diagnostics.Add(diagnostic);
        }
    }

    /// <summary>Adds several.</summary>
    /// <param name="diagnostics">What to say.</param>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>All of them, by file, line and column; the last one says so when some were dropped.</summary>
    public ImmutableArray<Diagnostic> ToSorted()
    {
        var sorted = _diagnostics
            .OrderBy(diagnostic => diagnostic.Location?.File, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location?.Line ?? 0)
            .ThenBy(diagnostic => diagnostic.Location?.Column ?? 0)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal);
        return IsFull ? [.. sorted, TextDiagnostics.TooManyProblems(Capacity)] : [.. sorted];
    }
}
