using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Packaging;

public sealed class A_bundle_is_all_that_a_host_needs
{
    private const string Home = """/home/it's "100%h" of $HOME é;""";

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void From_install_to_uninstall_with_no_dotnet_on_PATH(HostKind kind)
    {
        using var host = Host.Start(kind, Home);
        host.Install("bundle", "--profile", "local-factory", "--output", "/tmp/fleet-installer.sh").ShouldExit(0);
        host.ShellAsRoot("""
            mount -t tmpfs tmpfs /usr/local && mkdir /usr/local/bin && rm -r /run/tool
            for program in mosaic claude codex pi; do
              printf '#!/bin/sh\nexec bash -i\n' >/usr/local/bin/$program && chmod 0755 /usr/local/bin/$program
            done
            mount --bind /bin/false /usr/bin/dotnet 2>/dev/null || true
            """).ShouldExit(0);
        host.Shell("mkdir ~/src && rm -rf ~/.dotnet ~/.local ~/.nuget ~/.config").ShouldExit(0);
        var before = Tree(host);

        host.Run("dash", "/tmp/fleet-installer.sh", "--start").ShouldExit(0);
        host.Run("mosaic", "fleet", "status").ShouldExit(0);
        host.Run("mosaic", "fleet", "verify").ShouldExit(0);
        host.Run("bash", "/tmp/fleet-installer.sh").ShouldExit(0).Output.ShouldContain("Nothing to do");
        host.Run("dash", "/tmp/fleet-installer.sh", "--uninstall").ShouldExit(0);

        Tree(host).ShouldBe(before);
        host.Shell("ps -eo comm= | grep -x 'tmux: server' || true").Output.ShouldBeEmpty();
    }

    // Path, kind, mode, owner, target of a link, and the content.
    private static string Tree(Host host) =>
        host.Shell("cd && find . -mindepth 1 -printf '%p %y %m %U:%G %l ' -exec sh -c '[ ! -f \"$1\" ] || sha256sum <\"$1\"' sh {} ';' -printf '\\n' | sort").ShouldExit(0).Output;
}
