namespace Mosaic.Fleet.Installer.Reporting.Diffs;

/// <summary>What a line of a diff is; decides its colour.</summary>
internal enum DiffLineKind
{
    /// <summary><c>--- LABEL</c> or <c>+++ LABEL</c></summary>
    Header,

    /// <summary><c>@@ -1,3 +1,4 @@</c></summary>
    Hunk,

    /// <summary>A line of both versions, behind a space.</summary>
    Context,

    /// <summary>A line of the first version only, behind <c>-</c>.</summary>
    Removed,

    /// <summary>A line of the second version only, behind <c>+</c>.</summary>
    Added,

    /// <summary>A word about the file instead of its lines, behind <c>\ </c>.</summary>
    Note,
}
