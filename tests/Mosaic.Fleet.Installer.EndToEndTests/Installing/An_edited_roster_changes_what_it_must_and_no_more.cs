using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class An_edited_roster_changes_what_it_must_and_no_more
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: coder0
          - name: coder1
          - name: coder2
        """;

    [Fact]
    public void One_agent_changes_and_one_leaves()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        int? running = fleet.Status("coder1").Pid;
        var before = Files(host);

        host.Write(".config/mosaic/fleet/roster.yaml", Roster
            .Replace("name: coder1", "{ name: coder1, env: { GREETING: hello } }", StringComparison.Ordinal)
            .Replace("  - name: coder2\n", string.Empty, StringComparison.Ordinal)
            .Replace("  - name: coder2", string.Empty, StringComparison.Ordinal));
        host.Install().ShouldExit(0).Output.ShouldContain("coder1");

        host.Read(".config/mosaic/fleet/agents/coder1.env").ShouldContain("GREETING=\"hello\"\n");
        File.Exists(host.Outside(".config/mosaic/fleet/agents/coder2.env")).ShouldBeFalse();
        Changed(before, Files(host)).ShouldBe(
        [
            ".config/mosaic/fleet/agents.table", ".config/mosaic/fleet/agents/coder1.env", ".config/mosaic/fleet/agents/coder2.env",
            ".config/mosaic/fleet/fleet.env", ".config/mosaic/fleet/roster.yaml", ".config/mosaic/skills/mosaic-tools/SKILL.md",
            ".config/systemd/user/mosaic-fleet.target",
        ]);

        // Who runs goes on running; who left is stopped.
        fleet.Status("coder1").Pid.ShouldBe(running);
        fleet.Tmux("list-sessions", "-F", "#{session_name}").Output.ShouldBe("_holder\ncoder0\ncoder1\n");
    }

    [Fact]
    public void A_generated_file_that_was_edited_by_hand_is_not_overwritten()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        InstalledFleet.Install(host, Roster);
        host.Shell("echo '# mine' >>~/.config/mosaic/fleet/agents/coder0.env").ShouldExit(0);
        host.Write(".config/mosaic/fleet/roster.yaml", Roster.Replace("runtime: shell", "runtime: shell, env: { A: b }", StringComparison.Ordinal));
        var before = Files(host);

        host.Install().ShouldExit(2).Error.ShouldContain("coder0.env");

        Files(host).ShouldBe(before);
    }

    private static string Files(Host host) =>
        host.Shell("cd && find .config -type f -printf '%p %i %m %s %T@\\n' | sort").Output;

    private static IEnumerable<string> Changed(string before, string after)
    {
        var lines = before.Split('\n');
        var others = after.Split('\n');
        return lines.Except(others).Concat(others.Except(lines)).Select(line => line.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal);
    }
}
