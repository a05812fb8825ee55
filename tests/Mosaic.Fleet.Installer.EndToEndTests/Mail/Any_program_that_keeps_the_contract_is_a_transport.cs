using Mosaic.Fleet.Installer.EndToEndTests.Documents;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

public sealed class Any_program_that_keeps_the_contract_is_a_transport
{
    [Fact]
    public void As_does_that_by_tmux()
    {
        using var host = Host.Start(HostKind.UserWithoutUserManager);
        var fleet = InstalledFleet.Install(host, """
            version: 1
            defaults: { working_directory: ~/src }
            runtimes: { plain: { command: cat } }
            agents: [{ name: canary, runtime: plain }]
            """);
        fleet.Mosaic("fleet", "start").ShouldExit(0);

        Conformance(host, "tmux", "canary").ShouldExit(0);
    }

    [Fact]
    public void And_nothing_above_it_knows_tmux()
    {
        using var host = Host.Start(HostKind.RootWithoutUserManager);
        var fleet = FolderFleet.Install(host, """
              - { name: lead, class: orchestrator }
              - { name: rev0, class: reviewer }
              - { name: rev1, class: reviewer }
            """);
        fleet.Open("lead");
        Conformance(host, "folders", "lead").ShouldExit(0);
        fleet.Open("rev0");

        fleet.Commands.Mosaic("agent", "send", "rev0", "-S", "me", "-m", "one").ShouldExit(0).Output.ShouldBe("submitted\n");
        fleet.Commands.Mosaic("agent", "tail", "rev0").ShouldExit(0).Output.ShouldBe("[me] one\n");
        fleet.Commands.Mosaic("agent", "tail", "rev0", "-f").ShouldExit(69).Error.ShouldContain("the transport folders cannot go on to show");
        host.Run("script", "-qec", "mosaic agent attach rev0", "/dev/null").ShouldExit(69).Output.ShouldContain("the transport folders cannot show a session");
        fleet.Spool("rev1", "two");

        // An agent knows itself by its environment, and does not send to itself; the worst outcome is the exit code.
        var result = host.Run("env", "MOSAIC_AGENT_NAME=lead", "mosaic", "agent", "send", "--all", "-m", "three").ShouldExit(75);
        result.Output.ShouldBe("rev0 submitted\nrev1 spooled\n");
        fleet.Taken("rev0")[1].ShouldEndWith(":lead] three");
        fleet.Commands.Mosaic("agent", "send", "--class", "reviewer", "--json", "-S", "me", "-m", "four").ShouldExit(75).Output
            .ShouldBe("""
                {"results":[{"agent":"rev0","result":"submitted","id":null},
                {"agent":"rev1","result":"spooled","id":3}]}

                """);

        fleet.Open("rev1");
        fleet.Commands.Mosaic("agent", "queue", "rev1", "flush").ShouldExit(0).Output.ShouldBe("3 messages settled, 0 wait\n");
        fleet.Taken("rev1").Select(text => text.Split(' ')[^1]).ShouldBe(["two", "three", "four"]);

        fleet.CallsOfTmux.ShouldBeEmpty();
        host.Install("verify").ShouldExit(1).Output.ShouldNotContain("transport");
        host.Install("uninstall").ShouldExit(0).Output.ShouldContain("a transport of yours");
        host.Run("test", "-f", ".config/mosaic/tools/transport/folders.sh").ShouldExit(0);
    }

    private static CommandResult Conformance(Host host, string transport, string agent)
    {
        host.Write("conformance", File.ReadAllText(Path.Combine(Checkout.Folder, "tests/conformance/transport.sh")));
        return host.Run("bash", "conformance", $"{host.Home}/.config/mosaic/tools/transport/{transport}.sh", agent, agent[..^1]);
    }
}
