namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>Whose host it is, and whether a <c>systemd --user</c> runs on it.</summary>
public enum HostKind
{
    /// <summary>root, with a user manager of its own.</summary>
    RootWithUserManager,

    /// <summary>An ordinary user, with a user manager.</summary>
    UserWithUserManager,

    /// <summary>root in a container: no user manager, no bus, no XDG_RUNTIME_DIR.</summary>
    RootWithoutUserManager,

    /// <summary>An ordinary user in a container.</summary>
    UserWithoutUserManager,
}
