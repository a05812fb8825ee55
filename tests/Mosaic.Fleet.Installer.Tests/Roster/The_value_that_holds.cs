using Mosaic.Fleet.Installer.Roster;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

public sealed class The_value_that_holds
{
    [Fact]
    public void Is_built_in_where_no_file_says_anything()
    {
        var roster = RosterText.Read("""
            version: 1
            agents: [{ name: coder0 }]
            """);

        roster.Transport.ShouldBe("tmux");
        roster.Tmux.ShouldBe(new TmuxSettings("mosaic-factory", "_holder", 50_000, false, 16, TimeSpan.Zero));
        roster.Logging.ShouldBeFalse();
        var agent = roster.Agents.ShouldHaveSingleItem();
        (agent with { Origins = null }).ShouldBe(new AgentDefinition
        {
            Name = "coder0",
            Runtime = new RuntimeDefinition("claude", new RuntimeDialogue("Enter", TimeSpan.Zero, null, "^2:", null, "Press up to edit queued messages"), null),
            Class = "",
            ModelHint = "",
            PersistentPersona = PersonaPersistence.None,
            ResetBetweenTasks = false,
            WorkingDirectory = "~",
            Command = "mosaic yolo claude",
            ResetCommand = "/clear",
            Environment = agent.Environment,
            Kickstart = "",
            KickstartTemplate = null,
            Limits = new ResourceLimits(null, null, null),
            Restart = RestartPolicy.Always,
            RestartDelay = TimeSpan.FromSeconds(5),
            Enabled = true,
        });
        agent.Environment.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("claude", "mosaic yolo claude", "/clear")]
    [InlineData("codex", "mosaic yolo codex", "/new")]
    [InlineData("pi", "mosaic yolo pi", "/new")]
    [InlineData("shell", "bash -i", "clear")]
    public void Comes_from_a_built_in_runtime(string runtime, string command, string resetCommand)
    {
        var agent = RosterText.ReadAgent($"runtime: {runtime}");

        agent.Runtime.Name.ShouldBe(runtime);
        (agent.Command, agent.ResetCommand).ShouldBe((command, resetCommand));
    }

    [Fact]
    public void Is_the_agent_s_before_the_runtime_s_before_the_defaults_before_the_built_in_one()
    {
        var roster = RosterText.Read("""
            version: 1
            defaults: { command: from-defaults, reset_command: /from-defaults, restart: no }
            runtimes:
              pi: { command: from-runtime }
            agents:
              - { name: a, runtime: pi, command: from-agent, restart: on-failure }
              - { name: b, runtime: pi }
              - { name: c, runtime: codex }
            """);

        roster.Agents.Select(agent => agent.Command).ShouldBe(["from-agent", "from-runtime", "from-defaults"]);
        roster.Agents.ShouldAllBe(agent => agent.ResetCommand == "/from-defaults");
        roster.Agents.Select(agent => agent.Restart).ShouldBe([RestartPolicy.OnFailure, RestartPolicy.No, RestartPolicy.No]);
    }

    [Fact]
    public void Of_a_runtime_of_one_s_own_is_mosaic_yolo_and_its_name_unless_it_says_otherwise()
    {
        var roster = RosterText.Read("""
            version: 1
            runtimes: { aider: {}, gemini: { command: gemini --yolo, reset_command: /clear } }
            agents: [{ name: a, runtime: aider }, { name: b, runtime: gemini }]
            """);

        roster.Agents.Select(agent => (agent.Runtime.Name, agent.Command, agent.ResetCommand))
            .ShouldBe([("aider", "mosaic yolo aider", ""), ("gemini", "gemini --yolo", "/clear")]);
    }

    [Fact]
    public void Of_a_runtime_says_how_its_program_is_talked_to_and_which_skills_it_loads()
    {
        var roster = RosterText.Read("""
            version: 1
            runtimes:
              pi: { skills: { mode: discover, force: [] } }
              aider:
                submit_key: M-Enter
                submit_delay: 50ms
                ready_pattern: "^> "
                idle_pattern: "^2:> "
                busy_pattern: "Thinking [.]+"
            agents: [{ name: a, runtime: aider }, { name: b, runtime: pi }]
            """);

        roster.Agents[0].Runtime.Dialogue.ShouldBe(new RuntimeDialogue("M-Enter", TimeSpan.FromMilliseconds(50), "^> ", "^2:> ", "Thinking [.]+", null));
        roster.Agents[0].Runtime.Skills.ShouldBeNull();
        roster.Agents[1].Runtime.Dialogue.QueuedPattern.ShouldBe("Steering: ");
        var skills = roster.Agents[1].Runtime.Skills.ShouldNotBeNull();
        skills.Mode.ShouldBe("discover");
        skills.Force.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_kickstart_is_the_agent_s_own_of_either_kind_before_that_of_the_defaults()
    {
        var roster = RosterText.Read("""
            version: 1
            defaults: { kickstart: Wait for work. }
            agents:
              - { name: a }
              - { name: b, kickstart_template: kickstart/orchestrator.md.sbn }
            """);

        roster.Agents.Select(agent => (agent.Kickstart, agent.KickstartTemplate))
            .ShouldBe([("Wait for work.", null), ("", "kickstart/orchestrator.md.sbn")]);
    }

    [Theory]
    [InlineData("tmux")]
    [InlineData("defaults")]
    public void Of_the_working_directory_may_stand_under_tmux_or_defaults(string key) =>
        RosterText.Read($"version: 1\n{key}: {{ working_directory: ~/src }}\nagents: [{{ name: a }}, {{ name: b, working_directory: /srv }}]")
            .Agents.Select(agent => agent.WorkingDirectory).ShouldBe(["~/src", "/srv"]);

    [Fact]
    public void Of_a_variable_or_limit_is_found_key_by_key()
    {
        var roster = RosterText.Read("""
            version: 1
            defaults:
              env: { FIRST: defaults, SECOND: defaults }
              limits: { memory: 4G, tasks: 512 }
            agents:
              - name: a
                env: { THIRD: agent, FIRST: agent }
                limits: { memory: infinity, cpu: 200% }
            """);

        var agent = roster.Agents.ShouldHaveSingleItem();
        agent.Environment.Select(variable => $"{variable.Key}={variable.Value}").ShouldBe(["FIRST=agent", "SECOND=defaults", "THIRD=agent"]);
        agent.Limits.ShouldBe(new ResourceLimits("infinity", "200%", "512"));
    }
}
