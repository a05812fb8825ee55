namespace Mosaic.Fleet.Installer.Roster;

/// <summary>Limits on an agent's process tree, in the form that systemd.resource-control(5) reads; null means no limit.</summary>
/// <param name="Memory">MemoryMax=, as <c>4G</c>.</param>
/// <param name="Cpu">CPUQuota=, as <c>200%</c>.</param>
/// <param name="Tasks">TasksMax=, as <c>512</c>.</param>
internal sealed record ResourceLimits(string? Memory, string? Cpu, string? Tasks);
