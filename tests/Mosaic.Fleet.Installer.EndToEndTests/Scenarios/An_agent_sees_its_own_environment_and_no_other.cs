using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

public sealed class An_agent_sees_its_own_environment_and_no_other
{
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - name: canary
            env:
              GITEA_LOGIN: usc
              HOSTILE: "it's \"$HOME\" `id` \\ 100%\nand a second line"
              OVERRIDDEN: by the roster
        """;

    // What an agent has besides its files.
    private static readonly string[] Inherited =
    [
        "HOME", "USER", "LOGNAME", "SHELL", "PATH", "LANG", "PWD", "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION",
        "_", "TMUX", "TMUX_PANE", "TMUX_TMPDIR", "XDG_RUNTIME_DIR", "MOSAIC_AGENT_NAME", "MOSAIC_AGENT_SUPERVISOR", "MOSAIC_HOME",
        "MOSAIC_STATE_HOME",
    ];

    [Theory]
    [InlineData(HostKind.RootWithUserManager)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void Neither_the_manager_s_nor_that_of_the_shell_which_installed(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Write(".bash_profile", "export PATH=$HOME/.nvm/bin:$PATH\nexport FROM_PROFILE=leak\n");
        host.Write(".config/mosaic/fleet/agents/canary.local.env", "SECRET='s3cret'\nOVERRIDDEN='by the local file'\n");
        if (host.HasUserManager)
        {
            host.Run("systemctl", "--user", "set-environment", "FROM_MANAGER=leak").ShouldExit(0);
        }

        var fleet = InstalledFleet.Install(host, Roster);
        host.Run("env", "FROM_SHELL=leak", "mosaic", "fleet", "start").ShouldExit(0);

        var files = Variables(host.Shell("""
            cd ~/.config/mosaic/fleet
            exec env -i bash -c 'set -a; . ./host.env; . ./agents/canary.env; . ./agents/canary.local.env; exec /usr/bin/env -0'
            """).ShouldExit(0).Output);
        var agent = Variables(fleet.ReadOfProgram("canary", "environ"));

        foreach (var name in files.Keys.Except(["PWD", "SHLVL", "_"]))
        {
            agent.ShouldContainKeyAndValue(name, files[name]);
        }

        agent["HOSTILE"].ShouldBe("it's \"$HOME\" `id` \\ 100%\nand a second line");
        agent["OVERRIDDEN"].ShouldBe("by the local file");
        agent["SECRET"].ShouldBe("s3cret");
        agent["PATH"].ShouldContain($":{host.Home}/.nvm/bin:");
        agent.Keys.Except(files.Keys).ShouldBeSubsetOf(Inherited);
    }

    private static Dictionary<string, string> Variables(string environment) =>
        environment.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(variable => variable[0], variable => variable[1]);
}
