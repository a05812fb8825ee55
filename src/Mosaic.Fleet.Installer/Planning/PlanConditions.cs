namespace Mosaic.Fleet.Installer.Planning;

/// <summary>What besides files decides what a run does.</summary>
internal sealed record PlanConditions
{
    /// <summary>Whether files that the user deleted come back.</summary>
    public bool Restore { get; init; }

    /// <summary>What the user said about conflicts.</summary>
    public ConflictAnswers Answers { get; init; } = ConflictAnswers.None;

    /// <summary>Whether a user manager runs.</summary>
    public bool HasManager { get; init; }

    /// <summary>Whether an earlier run changed units that systemd has not read yet.</summary>
    public bool ReloadPending { get; init; }

    /// <summary>Whether the fleet is yet to be made to start at boot.</summary>
    public bool Enable { get; init; }

    /// <summary>Whether the fleet is started afterwards.</summary>
    public bool Start { get; init; }
}
