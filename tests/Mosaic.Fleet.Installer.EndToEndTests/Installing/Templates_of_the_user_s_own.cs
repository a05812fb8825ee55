using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class Templates_of_the_user_s_own
{
    private const string Templates = ".config/mosaic/fleet/templates";

    [Fact]
    public void Are_made_as_their_page_says()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Install("--profile", "minimal").ShouldExit(0);

        Type(host, "## Changing what is built in");
        host.Read(".config/mosaic/fleet/tmux.conf").ShouldEndWith("set -g status-right \"#H\"\n");
        host.Install("templates", "list").Output.ShouldContain($"{host.Home}/{Templates}/fleet/tmux.conf.sbn (over the built-in one)\n");

        Type(host, "## Templates of your own");
        host.Read(".config/mosaic/fleet/notes/canary.md").ShouldBe("# canary runs shell\n");
        host.Install().Output.ShouldStartWith("Nothing to do");
    }

    [Fact]
    public void Are_listed_as_json()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Install("templates", "export", "includes/**").ShouldExit(0);

        using var list = JsonDocument.Parse(host.Install("templates", "list", "--json").ShouldExit(0).Output);

        var templates = list.RootElement.GetProperty("templates").EnumerateArray().ToList();
        templates.Where(template => template.GetProperty("overlays_built_in").GetBoolean()).Select(template => template.GetProperty("file").GetString())
            .ShouldBe(host.Shell($"find ~/{Templates} -type f | LC_ALL=C sort").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        templates.Single(template => template.GetProperty("path").GetString() == "bin/mosaic.sbn").GetProperty("file").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Are_found_in_any_folder_and_may_be_units()
    {
        using var host = Host.Start(HostKind.UserWithUserManager);
        host.Write("team/artifacts.table", "agent-unit 0644 note.sbn units/note-<name>.service\n");
        host.Write("team/note.sbn", "[Service]\nType=oneshot\nExecStart=/bin/echo {{ agent.name | unit.word }}\n");

        host.Install("--profile", "minimal", "--template-path", "team").ShouldExit(0);

        host.Shell("systemctl --user start note-canary.service").ShouldExit(0);
    }

    [Theory]
    [InlineData("echo '{{ fleet.sokcet_name }}' >fleet/tmux.conf.sbn", "fleet/tmux.conf.sbn:1:10: error MFI115: ", "did you mean `fleet.socket_name`?")]
    [InlineData("echo \"{{ include 'includes/hepl.bash.sbn' }}\" >bin/mosaic.sbn", "bin/mosaic.sbn:1:4: error MFI115: ", "did you mean `includes/help.bash.sbn`?")]
    [InlineData(": >tmux.conf.sbn", "tmux.conf.sbn:1:1: error MFI061: ", "did you mean `fleet/tmux.conf.sbn`?")]
    [InlineData("echo agent 0644 bin/mosaic.sbn mosaic/x >artifacts.table", "artifacts.table:1:27: error MFI062: ", "put <name> into the output")]
    [InlineData(": >bin/mosaic.sbn; chmod 000 bin/mosaic.sbn", "bin/mosaic.sbn:1:1: error MFI060: cannot be read: permission denied", "make it readable")]
    [InlineData("chmod 000 bin", "bin:1:1: error MFI060: cannot be read: ", "make it readable")]
    [InlineData("mkfifo bin/mosaic.sbn", "bin/mosaic.sbn:1:1: error MFI060: neither a file nor a folder", "move it out")]
    public void That_are_wrong_or_out_of_date_stop_the_run_before_anything_is_written(string preparation, string place, string hint)
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Install("--profile", "minimal").ShouldExit(0);
        host.Shell($"mkdir -p ~/{Templates}/fleet ~/{Templates}/bin && cd ~/{Templates} && {preparation}").ShouldExit(0);
        host.Shell("sed -i s/canary/other/ ~/.config/mosaic/fleet/roster.yaml").ShouldExit(0);
        var before = Tree(host);

        var result = host.Install();

        result.ExitCode.ShouldBe(65, result.ToString());
        result.Error.ShouldContain($"{host.Home}/{Templates}/{place}");
        result.Error.ShouldContain(hint);
        Tree(host).ShouldBe(before);
    }

    [Fact]
    public void That_make_what_nobody_can_read_are_all_named_and_nothing_is_written()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Install("--profile", "minimal").ShouldExit(0);
        host.Write($"{Templates}/tools/fleet/stop.sh.sbn", "#!/usr/bin/env bash\ntouch ~/was-run\nif true; then\n");
        host.Write($"{Templates}/fleet/agents/agent.env.sbn", "TOKEN=hunter2\n");
        host.Write($"{Templates}/systemd/50-roster.conf.sbn", "[Servce]\nMemoryMax=1G\n");
        var before = Tree(host);

        foreach (var result in (CommandResult[])[host.Install(), host.Install("--dry-run"), host.Install("plan", "--diff")])
        {
            result.ExitCode.ShouldBe(65, result.ToString());
            result.Error.ShouldContain($"{host.Home}/.config/mosaic/tools/fleet/stop.sh:3:1: error MFI065: bash cannot read what {host.Home}/{Templates}/tools/fleet/stop.sh.sbn makes: syntax error");
            result.Error.ShouldContain("agents/canary.env:1:7: error MFI066: the launcher cannot read");
            result.Error.ShouldContain("did you mean [Service]?");
            (result.Output + result.Error).ShouldNotContain("hunter2");
            Tree(host).ShouldBe(before);
        }

        // Mended, they are installed; a run after that asks no bash.
        host.Shell($"cd ~/{Templates} && echo ':; fi' >>tools/fleet/stop.sh.sbn && sed -i 's/=.*/=\"x\"/' fleet/agents/agent.env.sbn && sed -i s/Servce/Service/ systemd/50-roster.conf.sbn").ShouldExit(0);
        host.Install().ShouldExit(0);
        host.Install().Output.ShouldStartWith("Nothing to do");
    }

    private static void Type(Host host, string heading)
    {
        foreach (var command in Readme.Commands(heading, "docs/templates.md"))
        {
            host.Shell($"export DOTNET_ROOT=/run/dotnet PATH=/run/tool:$PATH; {command}").ShouldExit(0);
        }
    }

    private static string Tree(Host host) =>
        host.Shell("find . -not -name lock -printf '%p %i %m %s %T@\\n' 2>/dev/null | LC_ALL=C sort").Output;
}
