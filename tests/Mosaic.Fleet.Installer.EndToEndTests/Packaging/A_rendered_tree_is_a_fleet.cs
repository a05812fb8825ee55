using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Packaging;

public sealed class A_rendered_tree_is_a_fleet : IDisposable
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: / }
        agents:
          - { name: one, limits: { tasks: 100 } }
        """;

    // An empty /usr/local and a package database of the host's own, with the package in them.
    private const string InstallPackage = """
        set -euo pipefail
        PATH=$PATH:/usr/sbin:/sbin
        mount -t tmpfs tmpfs /usr/local
        mkdir -p /run/dpkg/{info,updates,triggers} /tmp/package/DEBIAN
        touch /run/dpkg/status
        cp -a /tmp/shared/usr /tmp/package/
        printf '%s\n' 'Package: acme-fleet' 'Version: 1.0' 'Architecture: all' 'Maintainer: Acme <fleet@acme.example>' \
          'Description: The agents of Acme' >/tmp/package/DEBIAN/control
        dpkg-deb --root-owner-group --build /tmp/package /tmp/acme-fleet.deb
        dpkg --admindir=/run/dpkg --install /tmp/acme-fleet.deb
        """;

    private readonly Host _host = Host.Start(HostKind.UserWithUserManager);

    public A_rendered_tree_is_a_fleet() => _host.Write("fleet.yaml", Roster);

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Of_all_users_in_a_package_and_of_one_user_in_a_home()
    {
        Prerequisite.Program("dpkg-deb");
        _host.Install("render", "--roster", "fleet.yaml", "--prefix", "/usr/local", "--output", "/tmp/shared").ShouldExit(0);
        _host.Install("render", "--roster", "fleet.yaml", "--output", "/tmp/single").ShouldExit(0);
        _host.ShellAsRoot(InstallPackage).ShouldExit(0);

        Live("/usr/local/share/mosaic/bin/mosaic");
        _host.Shell("stat -c '%a %n' ~/.config/mosaic/fleet/* && ls ~/.config/mosaic").ShouldExit(0).Output
            .ShouldBe($"600 {_host.Home}/.config/mosaic/fleet/host.env\nfleet\n");
        _host.ShellAsRoot("PATH=$PATH:/usr/sbin:/sbin dpkg --admindir=/run/dpkg --remove acme-fleet && test ! -e /usr/local/share/mosaic").ShouldExit(0);

        _host.Shell("rm -r ~/.config/mosaic && cp -a /tmp/single/.config ~").ShouldExit(0);
        Live($"{_host.Home}/.config/mosaic/bin/mosaic");
        _host.Install("--roster", "fleet.yaml").ShouldExit(0).Output.ShouldContain(" adopted");
        _host.Install("verify").ShouldExit(0);
    }

    private void Live(string mosaic)
    {
        _host.Run("systemctl", "--user", "daemon-reload").ShouldExit(0);
        _host.Run("systemctl", "--user", "show", "--property=WantedBy", "--value", "mosaic-fleet.target").Output.ShouldBe("default.target\n");
        _host.Run(mosaic, "fleet", "start").ShouldExit(0);
        _host.Run(mosaic, "agent", "send", "one", "-m", "Are you there?").ShouldExit(0).Output.ShouldBe("submitted\n");
        _host.Run(mosaic, "fleet", "status", "--json").ShouldExit(0).Output.ShouldContain("\"configuration\":\"current\"");
        _host.Run(mosaic, "fleet", "stop").ShouldExit(0);
    }
}
