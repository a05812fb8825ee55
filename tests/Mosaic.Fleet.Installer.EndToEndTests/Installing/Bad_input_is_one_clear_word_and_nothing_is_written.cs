using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

/// <summary>Each case runs the tool as an ordinary user, since to root no folder is closed.</summary>
public sealed class Bad_input_is_one_clear_word_and_nothing_is_written
{
    private const string Install = "DOTNET_ROOT=/run/dotnet /run/tool/mosaic-fleet-install";

    public static TheoryData<string, string, int, string> Cases { get; } = new()
    {
        // what is prepared; the command; the exit code; what is said
        { "true", $"{Install} --profile nope", 65, "the profiles are local-factory, minimal, usc-software-factory" },
        { "true", Install, 64, "mosaic-fleet-install --profile minimal" },
        { "true", $"{Install} --no-such-option", 64, "--no-such-option" },
        { "mkdir roster", $"{Install} --roster roster", 65, "is a directory" },
        { "echo version: 1 >roster; chmod 000 roster", $"{Install} --roster roster", 65, "permission denied" },
        { ": >roster", $"{Install} --roster roster", 65, "the file is empty" },
        { "head -c 4096 /bin/sh >roster", $"{Install} --roster roster", 65, "roster:1:" },
        { "truncate -s 100M roster", $"{Install} --roster roster", 65, "larger than 8 MiB" },
        {
            "{ echo 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'; for i in $(seq 9); do a=\\*a$((i-1)); echo \"a$i: &a$i [$a, $a, $a, $a, $a, $a, $a, $a, $a, $a]\"; done; } >roster",
            $"{Install} --roster roster",
            65,
            "roster:"
        },
        { "true", $"env -u HOME {Install} --profile minimal", 78, "HOME is not set" },
        { "true", $"HOME=here {Install} --profile minimal", 78, "not an absolute path" },
        { "true", $"MOSAIC_HOME=here {Install} --profile minimal", 78, "MOSAIC_HOME" },
        { "mkdir .config; chmod 500 .config", $"{Install} --profile minimal", 73, ".config" },
        { ": >.config", $"{Install} --profile minimal", 73, ".config is a file" },
        { "ln -s /nowhere .config", $"{Install} --profile minimal", 73, "leads nowhere" },
        { "mkdir .config elsewhere; ln -s ~/elsewhere .config/mosaic; ln -s /etc elsewhere/tools", $"{Install} --profile minimal", 73, "tools is a symbolic link" },
        { "echo PATH=/nowhere >.bash_profile", $"{Install} --profile minimal", 69, "apt-get install tmux" },
        { "mkdir old; printf '#!/bin/sh\\necho tmux 3.1c\\n' >old/tmux; chmod +x old/tmux; echo PATH=~/old >.bash_profile", $"{Install} --profile minimal", 69, "tmux 3.1c" },
        { "echo '{version: 1, agents: [{name: a b}]}' >roster", $"{Install} --roster roster", 65, "roster:1:30: error MFI023: `a b`" },
        { "echo '{version: 1, agents: [{name: ../x}]}' >roster", $"{Install} --roster roster", 65, "error MFI023: `../x`" },
        { "echo '{version: 1, agents: [{name: =x}]}' >roster", $"{Install} --roster roster", 65, "error MFI023: `=x`" },
        { "echo '{version: 1, agents: [{name: -x}]}' >roster", $"{Install} --roster roster", 65, "error MFI023: `-x`" },
        { "echo '{version: 1, agents: [{name: \"x:y\"}]}' >roster", $"{Install} --roster roster", 65, "error MFI023: `x:y`" },
        { "echo '{version: 1, agents: [{name: _holder}]}' >roster", $"{Install} --roster roster", 65, "error MFI025: `_holder`" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void As_an_ordinary_user(string preparation, string command, int exitCode, string said)
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        host.Shell(preparation).ShouldExit(0);
        var before = Tree(host);

        var result = host.Shell(command);

        result.ExitCode.ShouldBe(exitCode, result.ToString());
        result.Error.ShouldContain(said);
        result.Error.ShouldNotContain("   at ", customMessage: "a stack trace");
        result.Output.ShouldBeEmpty();
        Tree(host).ShouldBe(before);
    }

    [Fact]
    public void On_a_full_disk_which_says_so()
    {
        using var host = Host.Start(HostKind.RootWithoutUserManager);
        host.Shell("mkdir small && mount -t tmpfs -o size=96k tmpfs small").ShouldExit(0);

        var result = host.Shell($"HOME=~/small {Install} --profile usc-software-factory");

        result.ExitCode.ShouldBe(74, result.ToString());
        result.Error.ShouldContain("make room");
        host.Shell("find small -type f").Output.ShouldBeEmpty();
    }

    [Fact]
    public void On_a_read_only_file_system_which_says_so()
    {
        using var host = Host.Start(HostKind.RootWithoutUserManager);
        host.Shell("mkdir closed && mount -t tmpfs -o ro tmpfs closed").ShouldExit(0);

        host.Shell($"HOME=~/closed {Install} --profile minimal").ExitCode.ShouldBe(73);
    }

    // Names, kinds, modes and sizes.
    private static string Tree(Host host) => host.Shell("find . -printf '%p %y %m %s\\n' | sort").Output;
}
