using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>A name is exact, and when its program is gone, so is the message.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class Only_the_one_that_is_meant_gets_a_message(TalkingFleet fleet)
{
    private const string EndsWhenTypedInto = "stty -icanon; exec head -c 1";

    // Echoes what is typed, and ends at Enter without a word.
    private const string EndsAtEnter = """
        import os, tty
        tty.setraw(0)
        while (typed := os.read(0, 1)) != b"\r":
            os.write(1, typed)
        """;

    [Theory]
    [InlineData("p")]
    [InlineData("=b")]
    [InlineData("ba")]
    public void And_no_other_whose_name_begins_alike(string target)
    {
        var before = (fleet.Model.Received("pi").Length, fleet.LinesReadBy("bash").Length);

        fleet.Send(target, ": misrouted").ShouldExit(1).Output.ShouldBe("absent\n");

        (fleet.Model.Received("pi").Length, fleet.LinesReadBy("bash").Length).ShouldBe(before);
        fleet.Fleet.Tail("bash").ShouldNotContain("misrouted");
        fleet.Fleet.Tail("pi").ShouldNotContain("misrouted");
    }

    [Theory]
    [InlineData("pi:0")]
    [InlineData("pi.0")]
    public void And_no_pane_that_is_named_by_its_place(string target) => fleet.Send(target, "text").ShouldExit(3).Output.ShouldBeEmpty();

    [Fact]
    public void And_nothing_is_said_to_be_submitted_when_the_program_ends_before_Enter()
    {
        StartAlone("dies-early", "sh", "-c", EndsWhenTypedInto);

        ResultOf("dies-early", 1).ShouldBe("absent");
    }

    [Fact]
    public void And_nothing_is_claimed_when_the_program_ends_at_Enter()
    {
        StartAlone("dies-late", "python3", "-c", EndsAtEnter);

        ResultOf("dies-late", 2).ShouldBe("draft");
    }

    private void StartAlone(string name, params string[] command)
    {
        // The second time it is there; it keeps the server when the other is gone.
        fleet.Host.Run("tmux", "-L", "own", "new-session", "-d", "-s", "stays", "cat");
        // Between the text and Enter a program that ends at the text has time for it.
        fleet.Host.Run(["tmux", "-L", "own", "new-session", "-d", "-s", name, .. command, ";", "set-option", "-t", $"={name}:", "@mosaic_submit_delay", "3"]).ShouldExit(0);
        fleet.Host.WaitUntil("it reads each character", () => fleet.Host.Shell(
            $"stty -a -F $(tmux -L own display-message -p -t ={name}: '#{{pane_tty}}')").Output.Contains("-icanon", StringComparison.Ordinal));
    }

    private string? ResultOf(string name, int code) =>
        JsonDocument.Parse(fleet.Send(name, "last words", "-L", "own", "--json").ShouldExit(code).Output).RootElement.GetProperty("result").GetString();
}
