using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Operating;

public sealed class An_uninstalled_fleet_leaves_nothing_behind
{
    private const string Roster = """
        version: 1
        agents:
          - { name: one, runtime: shell, working_directory: /, limits: { tasks: 100 } }
          - { name: two, runtime: shell, working_directory: / }
        """;

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void After_edits_a_conflict_and_a_rollback_home_is_as_before_but_for_what_is_the_user_s(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Write("fleet.yaml", Roster);
        // Folders that were there stay, empty or not, with their permissions.
        host.Shell("mkdir -p ~/.config/mosaic/tools ~/.config/systemd/user && chmod 0750 ~/.config && echo '[Unit]' >~/.config/systemd/user/mine.service").ShouldExit(0);
        var before = Tree(host);

        host.Install("--profile", "fleet.yaml").ShouldExit(0);
        host.Run("mosaic", "fleet", "start").ShouldExit(0);
        host.Write(".config/mosaic/fleet/agents/one.local.env", "TOKEN=secret\n");
        host.Shell("sed -i '/name: two/d' ~/.config/mosaic/fleet/roster.yaml").ShouldExit(0);
        host.Install().ShouldExit(0);
        host.Shell("echo '# mine' >>~/.config/mosaic/fleet/agents/one.env; echo '# mine' >>~/.config/mosaic/fleet/tmux.conf").ShouldExit(0);
        host.Shell("sed -i 's/limits/env: { A: b }, limits/' ~/.config/mosaic/fleet/roster.yaml").ShouldExit(0);
        host.Install().ShouldExit(2);
        host.Install("rollback").ShouldExit(0);

        var preview = host.Install("uninstall", "--dry-run").ShouldExit(0).Output;
        var said = host.Install("uninstall").ShouldExit(0).Output;

        preview.ShouldContain("would go  ~/.config/mosaic/bin/mosaic\n");
        said.ShouldContain("removed   ~/.config/mosaic/bin/mosaic\n");
        said.ShouldContain("kept      ~/.config/mosaic/fleet/agents/one.env  (edited by you)\n");
        Added(before, Tree(host)).ShouldBe(
        [
            "./.config/mosaic/fleet", "./.config/mosaic/fleet/agents", "./.config/mosaic/fleet/agents/one.env", "./.config/mosaic/fleet/agents/one.local.env",
            "./.config/mosaic/fleet/roster.yaml", "./.config/mosaic/fleet/tmux.conf",
        ]);
        Running(host).ShouldBeEmpty();

        host.Install("uninstall").ShouldExit(0).Output.ShouldBe("There is nothing to uninstall.\n");
    }

    [Theory]
    [InlineData(HostKind.RootWithUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void Purged_home_is_exactly_as_before(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Write("fleet.yaml", Roster);
        var before = Tree(host);

        host.Install("--profile", "fleet.yaml").ShouldExit(0);
        host.Run("mosaic", "fleet", "start").ShouldExit(0);
        host.Write(".config/mosaic/fleet/agents/one.local.env", "TOKEN=secret\n");
        host.Shell("echo '# mine' >>~/.config/mosaic/fleet/agents/one.env; ln -sf /etc/passwd ~/.config/mosaic/bin/mosaic-agent; echo mine >~/.config/mosaic/tools/mine").ShouldExit(0);

        host.Install("uninstall", "--purge").ShouldExit(0);

        Tree(host).ShouldBe(before);
        Running(host).ShouldBeEmpty();
        File.Exists(host.Outside("/etc/passwd")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void Without_a_roster_and_with_a_command_missing_the_fleet_ends_all_the_same(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Write("fleet.yaml", Roster);
        var before = Tree(host);
        host.Install("--profile", "fleet.yaml").ShouldExit(0);
        host.Run("mosaic", "fleet", "start").ShouldExit(0);
        host.Shell("rm ~/.config/mosaic/fleet/roster.yaml ~/.config/mosaic/tools/fleet/stop.sh").ShouldExit(0);

        host.Install("uninstall").ShouldExit(0);

        Tree(host).ShouldBe(before);
        Running(host).ShouldBeEmpty();
    }

    // Path, kind, mode, owner, target of a link, and the content.
    private static string Tree(Host host) =>
        host.Shell("cd && find . -mindepth 1 -printf '%p %y %m %U:%G %l ' -exec sh -c '[ ! -f \"$1\" ] || sha256sum <\"$1\"' sh {} ';' -printf '\\n' | sort").ShouldExit(0).Output;

    private static string Running(Host host) =>
        host.Shell("ps -eo comm= | grep -x 'tmux: server' || true").Output;

    private static IEnumerable<string> Added(string before, string after)
    {
        var lines = after.Split('\n');
        before.Split('\n').Except(lines).ShouldBeEmpty();
        return lines.Except(before.Split('\n')).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal);
    }
}
