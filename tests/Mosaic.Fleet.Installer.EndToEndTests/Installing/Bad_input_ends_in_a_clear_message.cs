using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

public sealed class Bad_input_ends_in_a_clear_message
{
    private const string Install = "/run/tool/mosaic-fleet-install";
    private const string Roster = "~/.config/mosaic/fleet/roster.yaml";
    private const string AgentNamed = "mkdir -p ~/.config/mosaic/fleet; printf 'version: 1\\nagents:\\n  - { name: \"%s\" }\\n' >" + Roster;

    [Theory]
    [InlineData("", Install, 64, ".config/mosaic/fleet/roster.yaml\n  hint: to begin with a small one: mosaic-fleet-install --profile minimal")]
    [InlineData("", Install + " --profil minimal", 64, "--profil")]
    [InlineData("", Install + " --profile minimum", 65, "did you mean `minimal`? The profiles are local-factory, minimal, usc-software-factory")]
    [InlineData("mkdir -p " + Roster, Install, 65, "roster.yaml is a directory")]
    [InlineData("", Install + " --roster /nowhere.yaml", 64, "there is no roster at /nowhere.yaml")]
    [InlineData("mkdir -p ~/.config/mosaic/fleet; touch " + Roster + "; chmod 000 " + Roster, Install, 65, "permission denied")]
    [InlineData("mkdir -p ~/.config/mosaic/fleet; touch " + Roster, Install, 65, "roster.yaml")]
    [InlineData("mkdir -p ~/.config/mosaic/fleet; head -c 1000 /dev/urandom >" + Roster, Install, 65, "roster.yaml")]
    [InlineData("mkdir -p ~/.config/mosaic/fleet; truncate -s 100M " + Roster, Install, 65, "8 MiB")]
    [InlineData(AgentNamed + " 'a b'", Install, 65, "roster.yaml:3:")]
    [InlineData(AgentNamed + " ../x", Install, 65, "roster.yaml:3:")]
    [InlineData(AgentNamed + " =x", Install, 65, "roster.yaml:3:")]
    [InlineData(AgentNamed + " -x", Install, 65, "roster.yaml:3:")]
    [InlineData(AgentNamed + " x:y", Install, 65, "roster.yaml:3:")]
    [InlineData(AgentNamed + " _holder", Install, 65, "roster.yaml:3:")]
    [InlineData("", "env -u HOME " + Install + " --profile minimal", 78, "HOME is not set")]
    [InlineData("", "HOME=somewhere " + Install + " --profile minimal", 78, "not an absolute path")]
    [InlineData("", "MOSAIC_HOME=somewhere " + Install + " --profile minimal", 78, "MOSAIC_HOME")]
    [InlineData("chmod 555 ~", Install + " --profile minimal", 73, "permission denied")]
    [InlineData("touch ~/.config", Install + " --profile minimal", 73, "/.config is a file")]
    [InlineData("ln -s /nowhere ~/.config", Install + " --profile minimal", 73, "a symbolic link that leads nowhere")]
    [InlineData("mkdir ~/bin; printf '#!/bin/sh\\necho tmux 2.9a\\n' >~/bin/tmux; chmod +x ~/bin/tmux; echo 'PATH=~/bin:$PATH' >~/.bash_profile", Install + " --profile minimal", 69, "this is tmux 2.9a")]
    [InlineData("mkdir ~/bin; ln -s /usr/bin/env ~/bin; echo 'PATH=~/bin' >~/.bash_profile", Install + " --profile minimal", 69, "sudo apt-get install tmux")]
    public void And_writes_nothing(string given, string command, int exitCode, string says)
    {
        using Host host = Host.Start(HostKind.UserWithoutUserManager);
        host.Shell(given).ShouldExit(0);
        string before = Files(host);

        CommandResult result = host.Shell($"DOTNET_ROOT=/run/dotnet {command}").ShouldExit(exitCode);

        result.Error.ShouldContain(says);
        result.Error.ShouldNotContain("   at ");
        Files(host).ShouldBe(before);
    }

    [Fact]
    public void When_the_disk_is_full()
    {
        using Host host = Host.Start(HostKind.RootWithoutUserManager);
        host.Shell("mkdir ~/.config && mount -t tmpfs -o size=16k tmpfs ~/.config").ShouldExit(0);

        host.Install("--profile", "minimal").ShouldExit(74).Error.ShouldContain("make room");

        host.Shell("find ~/.config -mindepth 1").Output.ShouldBeEmpty();
    }

    // Whoever gets as far as taking the lock leaves that.
    private static string Files(Host host) => host.Shell("find ~ -path ~/.local -prune -o -mindepth 1 -printf '%p %m %s %T@\\n' | sort").Output;
}
