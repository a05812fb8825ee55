using Mosaic.Fleet.Installer.Diagnostics;
using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

public sealed class Where_a_value_comes_from
{
    private static readonly SourceText RosterText = new("roster.yaml", """
        version: 1
        tmux: { working_directory: ~/src }
        tools: [git]
        defaults:
          runtime: pi
          env: { FIRST: defaults, SECOND: defaults }
          limits: { memory: 4G }
        runtimes:
          pi: { command: pi --quiet }
        agents:
          - name: rev0
            restart: on-failure
            env: { SECOND: agent }
            limits: { cpu: 200% }
        """);

    [Fact]
    public void Is_said_of_every_value_that_holds() =>
        RosterReader.Explain(RosterText, "rev0").Values
            .Select(value => $"{value.Key}: {value.Value} ({value.Origin?.ToString() ?? "built in"})")
            .ShouldBe(
            [
                "name: rev0 (roster.yaml:11:11)",
                "runtime: pi (roster.yaml:5:12)",
                "class:  (built in)",
                "model_hint:  (built in)",
                "persistent_persona: false (built in)",
                "reset_between_tasks: false (built in)",
                "working_directory: ~/src (roster.yaml:2:28)",
                "command: pi --quiet (roster.yaml:9:18)",
                "reset_command: /new (built in)",
                "env.FIRST: defaults (roster.yaml:6:17)",
                "env.SECOND: agent (roster.yaml:13:20)",
                "limits.memory: 4G (roster.yaml:7:21)",
                "limits.cpu: 200% (roster.yaml:14:20)",
                "enabled: true (built in)",
                "restart: on-failure (roster.yaml:12:14)",
                "restart_delay: 5s (built in)",
                "submit_key: Enter (built in)",
                "submit_delay: 0s (built in)",
                "idle_pattern: ^0:.(─)+$ (built in)",
                "queued_pattern: Steering:  (built in)",
                "tools: git (roster.yaml:3:8)",
            ]);

    [Fact]
    public void Is_not_said_of_an_agent_that_is_not_there()
    {
        var explanation = RosterReader.Explain(RosterText, "rev1");

        explanation.Values.ShouldBeEmpty();
        DiagnosticFormatter.Format(explanation.Diagnostics.ShouldHaveSingleItem())
            .ShouldBe("error MFI038: the roster has no agent `rev1`\n  hint: did you mean `rev0`?\n");
    }

    [Fact]
    public void Is_not_said_while_the_roster_has_errors() =>
        RosterReader.Explain(new SourceText("r", "version: 1\nagents: [{ name: a, runtme: pi }]"), "a")
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.UnknownKey);
}
