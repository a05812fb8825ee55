using System.Text.Json;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Operating;

public sealed class The_doctor_says_what_a_host_lacks
{
    private const string Roster = """
        version: 1
        agents:
          - { name: canary, runtime: shell, working_directory: / }
        """;

    private const int BadEnvironment = 78;

    [Theory]
    [InlineData(HostKind.RootWithUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithUserManager)]
    [InlineData(HostKind.RootWithoutUserManager, Explicit = true)]
    [InlineData(HostKind.UserWithoutUserManager)]
    public void Before_a_fleet_is_installed_and_while_it_runs(HostKind kind)
    {
        using var host = Host.Start(kind);
        host.Install("doctor").ShouldExit(0).Output.ShouldContain("nothing is installed yet");
        host.Shell("find ~ -mindepth 1").Output.ShouldBeEmpty();

        var fleet = InstalledFleet.Install(host, Roster);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        var findings = Examine(host, exitCode: 0);
        findings.Values.ShouldAllBe(finding => finding.Level == "ok" || finding.Level == "not applicable");
        findings["socket"].Seen.ShouldBe($"the fleet's server (pid {fleet.ServerPid}) answers on mosaic-factory");
        findings["user bus"].Level.ShouldBe(host.HasUserManager ? "ok" : "not applicable");
        findings["start at boot"].Level.ShouldBe(host.HasUserManager ? "ok" : "not applicable");
    }

    [Fact]
    public void A_runtime_folder_that_su_took_away_or_sudo_left_as_another_user_s()
    {
        using var host = Host.Start(HostKind.RootWithUserManager);
        InstalledFleet.Install(host, Roster);

        var underSu = Examine(host, exitCode: 0, "-u", "XDG_RUNTIME_DIR");
        underSu["XDG_RUNTIME_DIR"].ShouldBe(("warning", "not set, as under su and sudo; the fleet's commands use /run/user/0", "export XDG_RUNTIME_DIR=/run/user/0"));
        underSu["user manager"].Level.ShouldBe("ok");

        host.Run("install", "-d", "-m", "0700", "-o", "nobody", "/run/user/65534").ShouldExit(0);
        var underSudo = Examine(host, BadEnvironment, "XDG_RUNTIME_DIR=/run/user/65534");
        underSudo["XDG_RUNTIME_DIR"].ShouldBe(("error", "/run/user/65534 belongs to user 65534, and you are root (0)", "export XDG_RUNTIME_DIR=/run/user/0"));
        underSudo["user manager"].Level.ShouldBe("ok");
    }

    [Fact]
    public void A_home_that_sudo_left_as_another_user_s()
    {
        using var host = Host.Start(HostKind.RootWithoutUserManager);
        host.Run("install", "-d", "-o", "nobody", "/tmp/theirs").ShouldExit(0);

        Examine(host, BadEnvironment, "HOME=/tmp/theirs")["home"].Seen.ShouldBe("HOME is /tmp/theirs, which belongs to user 65534, and you are root (0)");
    }

    [Fact]
    public void A_server_on_the_fleet_s_socket_that_is_not_its_own_and_the_command_that_ends_it()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = InstalledFleet.Install(host, Roster);
        host.Run("tmux", "-L", "mosaic-factory", "new-session", "-d").ShouldExit(0);

        var (level, seen, mend) = Examine(host, BadEnvironment)["socket"];

        level.ShouldBe("error");
        seen.ShouldBe($"a tmux server that is not the fleet's (pid {fleet.ServerPid}) sits on socket mosaic-factory");
        fleet.Mosaic("fleet", "start").ShouldExit(BadEnvironment).Error.ShouldContain(seen);
        host.Shell(mend!).ShouldExit(0);
        Examine(host, exitCode: 0)["socket"].Seen.ShouldBe("no server runs on mosaic-factory");
    }

    [Fact]
    public void Secrets_that_others_can_read_and_commands_that_they_can_change()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        InstalledFleet.Install(host, Roster);
        host.Shell("echo A=b >~/.config/mosaic/fleet/agents/canary.local.env && chmod 0664 ~/.config/mosaic/fleet/agents/canary.local.env").ShouldExit(0);

        var found = host.Install("doctor", "--json").ShouldExit(BadEnvironment).Output;

        var mends = Findings(found).Where(finding => finding.Check == "permissions").Select(finding => finding.Mend!).ToList();
        mends.Count.ShouldBe(2);
        mends.ShouldAllBe(mend => host.Shell(mend, null).ExitCode == 0);
        Examine(host, exitCode: 0)["permissions"].Level.ShouldBe("ok");
    }

    [Fact]
    public void A_probe_that_does_not_answer_is_unknown_and_never_ok()
    {
        using var host = Host.Start(HostKind.RootWithUserManager);
        host.Shell("mkdir -p /run/systemd/seats ~/stuck && printf '#!/bin/sh\\nexec sleep 1000\\n' >~/stuck/loginctl && chmod +x ~/stuck/loginctl").ShouldExit(0);

        Examine(host, exitCode: 0, "PATH=/root/stuck:/usr/bin:/bin")["linger"].Level.ShouldBe("unknown");
    }

    [Fact]
    public void Linger_is_enabled_once_or_refused_with_the_command_of_an_administrator()
    {
        // logind itself needs a whole system: its program is played by one that keeps a file.
        using var host = Host.Start(HostKind.RootWithUserManager);
        host.Shell("mkdir -p /run/systemd/seats ~/logind").ShouldExit(0);
        host.Write("logind/loginctl", """
            #!/bin/sh
            case $* in
              'show-user 0 --property=Linger') [ -e ~/linger ] && echo Linger=yes || { echo 'Failed to get user: User ID 0 is not logged in or lingering' >&2; exit 1; } ;;
              '--no-ask-password enable-linger 0') [ ! -e ~/refuse ] || { echo 'Could not enable linger: Access denied' >&2; exit 1; }; echo once >>~/linger ;;
              *) exit 9 ;;
            esac
            """);
        host.Run("chmod", "+x", "logind/loginctl").ShouldExit(0);
        host.Write(".config/mosaic/fleet/roster.yaml", Roster);
        CommandResult Install() => host.Run("env", "PATH=/root/logind:/usr/bin:/bin", "DOTNET_ROOT=/run/dotnet", "/run/tool/mosaic-fleet-install", "--enable-linger");

        host.Run("touch", "refuse").ShouldExit(0);
        Install().ShouldExit(BadEnvironment).Error.ShouldContain("MFI136: linger was refused: Could not enable linger: Access denied\n  hint: an administrator types: sudo loginctl enable-linger root");
        Examine(host, exitCode: 0, "PATH=/root/logind:/usr/bin:/bin")["linger"].Level.ShouldBe("warning");

        host.Run("rm", "refuse").ShouldExit(0);
        Install().ShouldExit(0);
        Install().ShouldExit(0);
        host.Read("linger").ShouldBe("once\n");
        Examine(host, exitCode: 0, "PATH=/root/logind:/usr/bin:/bin")["linger"].Level.ShouldBe("ok");
    }

    // By the check's name; where one has several findings, the last.
    private static Dictionary<string, (string Level, string Seen, string? Mend)> Examine(Host host, int exitCode, params string[] environment) =>
        Findings(host.Run(["env", .. environment, "DOTNET_ROOT=/run/dotnet", "/run/tool/mosaic-fleet-install", "doctor", "--json"]).ShouldExit(exitCode).Output)
            .GroupBy(finding => finding.Check, StringComparer.Ordinal)
            .ToDictionary(findings => findings.Key, findings => (findings.Last().Level, findings.Last().Seen, findings.Last().Mend), StringComparer.Ordinal);

    private static List<(string Check, string Level, string Seen, string? Mend)> Findings(string json)
    {
        using var document = JsonDocument.Parse(json);
        string? Text(JsonElement finding, string name) => finding.GetProperty(name).GetString();
        return [.. document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => (Text(finding, "check")!, Text(finding, "level")!, Text(finding, "seen")!, Text(finding, "mend")))];
    }
}
