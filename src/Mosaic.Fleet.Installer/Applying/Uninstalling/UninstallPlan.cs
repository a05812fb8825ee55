using System.Collections.Immutable;
using Mosaic.Fleet.Installer.Applying.Committing;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Applying.Uninstalling;

/// <summary>All that an uninstallation would do, as data.</summary>
internal sealed record UninstallPlan
{
    /// <summary>Whether there is anything to uninstall.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>Files that go, all or none.</summary>
    public ImmutableArray<FileChange> Files { get; init; } = [];

    /// <summary>Links that stand in the place of files and go with them; what they lead to stays.</summary>
    public ImmutableArray<AbsolutePath> Links { get; init; } = [];

    /// <summary>What the tool and the commands remember, and that goes whole.</summary>
    public ImmutableArray<AbsolutePath> State { get; init; } = [];

    /// <summary>Folders that go when they are empty, outermost first.</summary>
    public ImmutableArray<AbsolutePath> Folders { get; init; } = [];

    /// <summary>What stays, and why.</summary>
    public ImmutableArray<KeptFile> Kept { get; init; } = [];

    /// <summary>Whether this tool once turned linger on, which stays on.</summary>
    public bool LeavesLinger { get; init; }
}
