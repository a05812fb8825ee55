using Mosaic.Fleet.Installer.Layout;
using Mosaic.Fleet.Installer.Planning;
using Mosaic.Fleet.Installer.Roster;

namespace Mosaic.Fleet.Installer.Applying.Diagnosis;

/// <summary>What every check may need to know of the host that it looks at.</summary>
internal sealed record ExaminedHost
{
    /// <summary>The caller's environment.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>Where things belong.</summary>
    public required FleetLayout Layout { get; init; }

    /// <summary>What earlier runs recorded.</summary>
    public required InstallationRecord Record { get; init; }

    /// <summary>Whether anything was installed.</summary>
    public required bool IsInstalled { get; init; }

    /// <summary>The roster; null when there is none that can be read.</summary>
    public required FleetRoster? Roster { get; init; }

    /// <summary>Facts as recorded, or as the next run would record them.</summary>
    public required HostFacts Facts { get; init; }

    /// <summary>PATH of the login shell now, the fleet's commands first; null when the shell does not say.</summary>
    public required string? LoginSearchPath { get; init; }

    /// <summary>The number of the user who asks.</summary>
    public uint UserId { get; } = LinuxCalls.EffectiveUserId();

    /// <summary>The name of the user who asks; not the value of USER, which su and sudo may leave as it was.</summary>
    public string UserName { get; } = Environment.UserName;

    /// <summary>The user's own systemd manager, which may not run; never another user's.</summary>
    public required UserSystemd Manager { get; init; }

    /// <summary>Whether systemd runs this host, sd_booted(3).</summary>
    public bool HasSystemd { get; } = Directory.Exists("/run/systemd/system");
}
