using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Installing;

/// <summary>An env file is edited by hand, and the roster changes the same agent.</summary>
public sealed class A_conflict_is_answered_by_the_user
{
    private const string Agent = ".config/mosaic/fleet/agents/coder0.env";
    private const string Roster = """
        version: 1
        defaults: { runtime: shell, working_directory: ~/src }
        agents:
          - { name: coder0, env: { GREETING: hello } }
        """;

    // A terminal of the tool's own: it types an answer whenever it is asked for one.
    private const string Terminal = """
        import os, pty, sys
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ["DOTNET_ROOT"] = "/run/dotnet"
            os.execv("/run/tool/mosaic-fleet-install", ["mosaic-fleet-install"])
        answers = sys.argv[1:]
        output = b""
        while True:
            try:
                read = os.read(terminal, 65536)
            except OSError:
                break
            output += read
            if output.endswith(b"[q]uit? ") and answers:
                os.write(terminal, answers.pop(0).encode() + b"\n")
        sys.stdout.write(output.decode())
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """;

    [Fact]
    public void And_without_an_answer_nothing_is_written_and_the_difference_is_shown()
    {
        using var host = Conflict();
        var before = Tree(host);

        var error = host.Install().ShouldExit(2).Error;

        Tree(host).ShouldBe(before);
        error.ShouldContain("--- ~/.config/mosaic/fleet/agents/coder0.env (yours)");
        error.ShouldContain("-GREETING=\"mine\"\n-MY_TOKEN=<secret, old>\n+GREETING=\"good day\"\n");
        error.ShouldContain("mosaic-fleet-install --conflict keep");
        error.ShouldNotContain("hunter22");
        error.ShouldNotContain("\e");
        host.Install("--json").ShouldExit(2).Output.ShouldNotContain("hunter22");
    }

    [Theory]
    [InlineData("keep", "mine", false)]
    [InlineData("overwrite", "good day", false)]
    [InlineData("sidecar", "mine", true)]
    public void By_an_option_and_the_next_run_is_quiet(string answer, string greeting, bool hasSidecar)
    {
        using var host = Conflict();

        host.Install("--conflict", answer).ShouldExit(0);

        host.Read(Agent).ShouldContain($"GREETING=\"{greeting}\"\n");
        File.Exists(host.Outside($"{Agent}.mosaic-new")).ShouldBe(hasSidecar);
        var before = Tree(host);
        host.Install().ShouldExit(0).Output.ShouldContain("Nothing to do");
        Tree(host).ShouldBe(before);
    }

    [Fact]
    public void At_a_terminal_after_looking_at_the_difference()
    {
        using var host = Conflict();

        var output = host.Run("python3", "-c", Terminal, "d", "s").ShouldExit(0).Output;

        output.ShouldContain("\e[31m-GREETING=\"mine\"\e[0m");
        output.ShouldNotContain("hunter22");
        host.Read(Agent).ShouldContain("GREETING=\"mine\"\n");
        host.Read($"{Agent}.mosaic-new").ShouldContain("GREETING=\"good day\"\n");
    }

    [Fact]
    public void At_a_terminal_by_leaving_it_as_it_is()
    {
        using var host = Conflict();
        var before = Tree(host);

        host.Run("python3", "-c", Terminal, "q").ShouldExit(2).Output.ShouldContain("Nothing was written.");

        Tree(host).ShouldBe(before);
    }

    private static Host Conflict()
    {
        Prerequisite.Program("python3");
        var host = Host.Start(HostKind.UserWithoutUserManager);
        InstalledFleet.Install(host, Roster);
        host.Shell($"sed -i 's/hello/mine/' {Agent} && echo MY_TOKEN=hunter22 >>{Agent}").ShouldExit(0);
        host.Write(".config/mosaic/fleet/roster.yaml", Roster.Replace("hello", "good day", StringComparison.Ordinal));
        return host;
    }

    private static string Tree(Host host) => host.Shell("find ~ -not -name lock -printf '%p %y %i %m %s %T@\\n' | sort").Output;
}
