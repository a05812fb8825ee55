namespace Mosaic.Fleet.Installer.Applying.Committing;

/// <summary>How far a run had come, as its journal tells.</summary>
internal enum JournalPhase
{
    /// <summary>The journal itself is not all there: nothing was done.</summary>
    Begun,

    /// <summary>Files are staged; none is in place.</summary>
    Prepared,

    /// <summary>Files are put in place; each version that gave way waits beside it.</summary>
    Committed,

    /// <summary>All are in place; what gave way is thrown away.</summary>
    Taken,
}
