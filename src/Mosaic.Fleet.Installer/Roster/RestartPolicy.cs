namespace Mosaic.Fleet.Installer.Roster;

/// <summary>When an agent is started again; the words of systemd.service(5), Restart=.</summary>
internal enum RestartPolicy
{
    /// <summary><c>no</c></summary>
    No,

    /// <summary><c>on-failure</c></summary>
    OnFailure,

    /// <summary><c>always</c></summary>
    Always,
}
