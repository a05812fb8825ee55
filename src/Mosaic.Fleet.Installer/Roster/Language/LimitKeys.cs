namespace Mosaic.Fleet.Installer.Roster.Language;

/// <summary>The keys of <c>limits</c>: systemd.resource-control(5) on the agent's whole process tree.</summary>
internal static class LimitKeys
{
    // Less memory starts no program; `memory: 4` means 4G.
    private const long OneMegabyte = 1024 * 1024;

    /// <summary><c>memory</c></summary>
    public static readonly Key<string> Memory = new(
        "memory",
        new LimitKind("`4G`, `512M`, `25%` or `infinity`", "KMGT") { Minimum = OneMegabyte, MaximumPercentage = 100 },
        "The most memory (MemoryMax=): bytes, or with K, M, G or T; a percentage of the host's; or `infinity`.");

    /// <summary><c>cpu</c></summary>
    public static readonly Key<string> Cpu = new(
        "cpu",
        new LimitKind("`200%`, which is two whole processors") { AllowsNumbers = false },
        "The most processor time (CPUQuota=): a percentage of one processor, so `200%` is two.");

    /// <summary><c>tasks</c></summary>
    public static readonly Key<string> Tasks = new(
        "tasks",
        new LimitKind("`512`, `10%` or `infinity`") { MaximumPercentage = 100 },
        "The most processes and threads (TasksMax=): a number, a percentage of the system's, or `infinity`.");

    /// <summary>All of them.</summary>
    public static readonly MappingKind Kind = new("`limits`", Memory, Cpu, Tasks);
}
