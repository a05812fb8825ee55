using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Rendering;

/// <summary>What the launcher makes of an agent's command, without an agent: <c>includes/pi-skills.bash.sbn</c> is plain bash.</summary>
public sealed class Pi_gets_the_skills_that_are_asked_for : IDisposable
{
    private const string Mosaic = "--skill ~/mosaic/skills/mosaic-tools";

    private const string All = "pi --no-skills " + Mosaic + """
         --skill ~/mosaic/skills/two\ words --skill ~/mosaic/skills-local/mosaic-tools --skill ~/mosaic/skills-local/own
         --skill ~/.pi/agent/skills/global --skill ~/.pi/agent/skills/own --skill ~/work/.pi/skills/project
        """;

    private readonly TemporaryFolder _home = new();

    public Pi_gets_the_skills_that_are_asked_for()
    {
        string[] skills =
        [
            "mosaic/skills/mosaic-tools", "mosaic/skills/two words", "mosaic/skills-local/own", "mosaic/skills-local/mosaic-tools",
            ".pi/agent/skills/global", ".pi/agent/skills/own", "work/.pi/skills/project",
        ];
        foreach (var skill in skills)
        {
            Directory.CreateDirectory((_home.Path / skill).Value);
            File.WriteAllText((_home.Path / skill / "SKILL.md").Value, string.Empty);
        }

        Directory.CreateDirectory((_home.Path / "mosaic/skills/no-skill").Value);
        Directory.CreateSymbolicLink((_home.Path / ".pi/agent/skills/linked").Value, (_home.Path / "mosaic/skills/mosaic-tools").Value);
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("pi", "pi --no-skills " + Mosaic)]
    [InlineData("pi --model 'a b' \"$HOME\"", "pi --no-skills " + Mosaic + " --model 'a b' \"$HOME\"")]
    [InlineData(" exec  pi", " exec  pi --no-skills " + Mosaic)]
    [InlineData("~/.bin/pi; echo done", "~/.bin/pi --no-skills " + Mosaic + "; echo done")]
    [InlineData("mosaic yolo pi", "mosaic yolo pi")]
    [InlineData("pilot", "pilot")]
    [InlineData("pi.sh", "pi.sh")]
    [InlineData("echo pi", "echo pi")]
    public void Behind_the_word_that_runs_it(string command, string expected) => Complete(command).ShouldBe(expected);

    [Theory]
    [InlineData("", "pi --no-skills")]
    [InlineData("own", "pi --no-skills --skill ~/mosaic/skills-local/own")]
    [InlineData("project:two words::gone:no-skill:../skills/own:project", "pi --no-skills --skill ~/work/.pi/skills/project --skill ~/mosaic/skills/two\\ words")]
    public void None_but_the_forced_ones_that_are_there(string forced, string expected) =>
        Complete("pi", "MOSAIC_PI_SKILL_MODE=none", $"MOSAIC_PI_FORCE_SKILLS={forced}").ShouldBe(expected);

    [Fact]
    public void All_of_them_each_once_however_many_paths_lead_there() =>
        Complete("pi", "MOSAIC_PI_SKILL_MODE=all").ShouldBe(All.ReplaceLineEndings(string.Empty));

    [Theory]
    [InlineData("", "pi")]
    [InlineData("mosaic-tools:two words", "pi --skill ~/mosaic/skills/mosaic-tools --skill ~/mosaic/skills/two\\ words")]
    [InlineData("own:project:global:linked", "pi")]
    public void Besides_those_that_it_discovers_by_itself(string forced, string expected) =>
        Complete("pi", "MOSAIC_PI_SKILL_MODE=discover", $"MOSAIC_PI_FORCE_SKILLS={forced}").ShouldBe(expected);

    [Fact]
    public void From_its_own_folder_where_it_was_told_another_and_from_no_fleet_s_where_there_is_none()
    {
        Complete("pi", "MOSAIC_PI_SKILL_MODE=discover", "MOSAIC_PI_FORCE_SKILLS=own", "PI_CODING_AGENT_DIR=~/elsewhere")
            .ShouldBe("pi --skill ~/mosaic/skills-local/own");
        Complete("pi", "MOSAIC_HOME=", "MOSAIC_PI_FORCE_SKILLS=mosaic-tools:own").ShouldBe("pi --no-skills --skill ~/.pi/agent/skills/own");
    }

    [Fact]
    public void In_no_mode_that_nobody_knows()
    {
        Complete("pi", "MOSAIC_PI_SKILL_MODE=some").ShouldBe("MOSAIC_PI_SKILL_MODE is some, and not none, all or discover\n");
        Complete("mosaic yolo pi", "MOSAIC_PI_SKILL_MODE=some").ShouldBe("mosaic yolo pi");
    }

    // As the pane's shell does it: with bash's own options, in the agent's working directory.
    private string Complete(string command, params string[] variables)
    {
        string[] arguments =
        [
            "-i", $"PATH={Environment.GetEnvironmentVariable("PATH")}", $"HOME={_home.Path.Value}", $"MOSAIC_HOME={_home.Path.Value}/mosaic",
            .. variables, $"MOSAIC_AGENT_COMMAND={command}",
            "bash", "-c", "source \"$0\" && check_pi_skills && complete_command", TestFiles.Folder("templates/includes/pi-skills.bash.sbn"),
        ];
        using var process = Process.Start(new ProcessStartInfo("env", arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = (_home.Path / "work").Value,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Replace(_home.Path.Value, "~", StringComparison.Ordinal);
    }
}
