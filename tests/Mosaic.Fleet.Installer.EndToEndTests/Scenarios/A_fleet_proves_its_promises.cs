using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class A_fleet_proves_its_promises
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: canary
          - name: other
        """;

    // What breaks promises, which, and what mends them.
    private static readonly (string[] Promises, string Break, string Mend)[] Sabotages =
    [
        (["sessions"], "mosaic fleet stop canary", "mosaic fleet start canary"),
        (["server"], Edit("fleet/run-tmux-server.sh", "s/environment=()/environment=(LEAK=1)/") + Restart, Undo("fleet/run-tmux-server.sh") + Restart),
        (["variables"], Edit("fleet/start-agent-session.sh", "s/^  unset OLDPWD/  unset MOSAIC_AGENT_NAME OLDPWD/") + Restart, Undo("fleet/start-agent-session.sh") + Restart),
        (["programs", "path", "locale"],
            "rmdir ~/src; cd ~/.config/mosaic/fleet && cp host.env kept && sed -i -e 's|/[^:]*/mosaic/bin:||' -e 's/^LANG=.*/LANG=xx_XX.UTF-8/' host.env",
            "mkdir ~/src; mv ~/.config/mosaic/fleet/kept ~/.config/mosaic/fleet/host.env"),
        (["canaries"], Edit("fleet/start-agent-session.sh", "s/^launch() {/launch() { exit 1/"), Undo("fleet/start-agent-session.sh")),
        (["targets"], Edit("tmux/send-message.sh", "s/.* == \"$name\" ]] || conclude absent .*/  true/; s/target=\"=$name:\"/target=\"$name:\"/"), Undo("tmux/send-message.sh")),
        (["messages"], Edit("tmux/send-message.sh", "s/\"paste-buffer -d /\"paste-buffer -p -r -b $buffer -t $pane ; paste-buffer -d /"), Undo("tmux/send-message.sh")),
        (["restarts"], Edit("fleet/start-agent-session.sh", "s/^launch() {/launch() { timed_tmux -L \"$MOSAIC_TMUX_SOCKET\" kill-session -t \"=$1-2\" 2>\\/dev\\/null || true;/"), Undo("fleet/start-agent-session.sh")),
        (["default server"], Edit("fleet/start-agent-session.sh", "s/^launch() {/launch() { tmux new-window -t mine: \"sleep 1000\";/"), Undo("fleet/start-agent-session.sh")),
        (["holder"], "mosaic fleet stop; tmux -L mosaic-factory new-session -d 'sleep 1000'", "tmux -L mosaic-factory kill-server; mosaic fleet start"),
    ];

    private static readonly (string[] Promises, string Break, string Mend)[] SabotagesOfSystemd =
    [
        (["boot"], "systemctl --user disable mosaic-fleet.target", "systemctl --user enable mosaic-fleet.target"),
        (["bus"], "systemctl --user stop dbus.socket dbus.service", "systemctl --user start dbus.socket"),
        (["cgroups"], Edit("fleet/prepare-agent-sessions.sh", "s/^.*cgroup. = - . ||/true ||/") + Restart, Undo("fleet/prepare-agent-sessions.sh") + Restart),
    ];

    private static string Restart => "; mosaic fleet stop && mosaic fleet start";

    [Theory]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.UserWithoutUserManager, Explicit = true)]
    public void And_names_the_one_that_is_broken(HostKind kind)
    {
        using var host = Host.Start(kind);
        var fleet = InstalledFleet.Install(host, Roster);
        host.Run("tmux", "new-session", "-d", "-s", "mine", "sleep 1000").ShouldExit(0);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        fleet.Mosaic("fleet", "verify").ShouldExit(0).Output.ShouldNotContain("broken");
        foreach (var (promises, sabotage, mend) in host.HasUserManager ? [.. Sabotages, .. SabotagesOfSystemd] : Sabotages)
        {
            host.Shell(sabotage);
            var broken = Broken(fleet, 1);
            promises.ShouldBeSubsetOf(broken, sabotage);
            host.Shell(mend);
        }

        Broken(fleet, 0).ShouldBeEmpty();
        host.Run("tmux", "list-sessions", "-F", "#{session_name}").Output.ShouldBe("mine\n");
    }

    [Fact]
    public void And_leaves_nothing_of_what_it_tried_on()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        host.WaitUntil("the courier listens", () => File.Exists(host.Outside(".local/state/mosaic/fleet/run/courier")));
        const string Listing = "find ~ /tmp -not -name '*.state' -printf '%p %y\\n' | sort; pgrep -c tmux";
        var before = host.Shell(Listing).Output;

        fleet.Mosaic("fleet", "verify").ShouldExit(0);

        host.Shell(Listing).Output.ShouldBe(before);
    }

    private static string[] Broken(InstalledFleet fleet, int exitCode)
    {
        using var proofs = JsonDocument.Parse(fleet.Mosaic("fleet", "verify", "--json").ShouldExit(exitCode).Output);
        return
        [
            .. proofs.RootElement.GetProperty("promises").EnumerateArray()
                .Where(proof => proof.GetProperty("state").GetString() == "broken")
                .Select(proof => proof.GetProperty("promise").GetString()!),
        ];
    }

    private static string Edit(string command, string change) => $"cp -p ~/.config/mosaic/tools/{command} ~/kept && sed -i '{change}' ~/.config/mosaic/tools/{command}";

    private static string Undo(string command) => $"mv ~/kept ~/.config/mosaic/tools/{command}";
}
