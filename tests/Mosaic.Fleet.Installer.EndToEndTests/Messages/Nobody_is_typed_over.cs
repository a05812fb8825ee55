using System.Text.Json;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>What a person has half typed stays as it is, and so does what somebody only looks at.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class Nobody_is_typed_over(TalkingFleet fleet)
{
    private const string Draft = "half a thought";

    [Theory]
    [InlineData("pi")]
    [InlineData("bash")]
    public async Task But_the_message_waits_until_the_draft_is_gone(string agent)
    {
        var before = Count(agent) + 1;
        fleet.Send(agent, ": before").ShouldExit(0);
        fleet.Host.WaitUntil("what came before was read", () => Count(agent) == before);
        Type(agent, Draft);

        var refused = fleet.Send(agent, ": over", "-w", "0", "--json").ShouldExit(75);
        // With the cursor in front of it, too.
        fleet.Fleet.Tmux("send-keys", "-t", $"={agent}:", "Home").ShouldExit(0);
        fleet.Send(agent, ": over", "-w", "1").ShouldExit(75).Output.ShouldBeEmpty();

        var answer = JsonDocument.Parse(refused.Output).RootElement;
        answer.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("target").GetString().ShouldBe(agent);
        answer.GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("somebody is typing");
        fleet.Fleet.Tail(agent).ShouldContain(Draft);

        var waiting = Task.Run(() => fleet.Send(agent, ": after", "-w", "120"), TestContext.Current.CancellationToken);
        fleet.Fleet.Tmux("send-keys", "-t", $"={agent}:", "End", "Enter").ShouldExit(0);
        (await waiting).ShouldExit(0);
        fleet.Host.WaitUntil("both were read", () => Count(agent) >= before + 2);
        Read(agent).TakeLast(2).ShouldBe([Draft, ": after"]);
        Read(agent).ShouldNotContain(text => text.Contains(": over", StringComparison.Ordinal));
    }

    [Fact]
    public void And_a_pane_that_somebody_scrolls_is_brought_back_to_its_program_first()
    {
        var before = fleet.Model.Received("pi").Length;
        fleet.Fleet.Tmux("copy-mode", "-t", "=pi:").ShouldExit(0);

        fleet.Send("pi", "read in\ncopy mode").ShouldExit(0);

        fleet.WaitForPi(before, 1).ShouldBe(["read in\ncopy mode"]);
    }

    private void Type(string agent, string text)
    {
        fleet.Fleet.Tmux("send-keys", "-l", "-t", $"={agent}:", text).ShouldExit(0);
        fleet.Host.WaitUntil("the draft is shown", () => fleet.Fleet.Tail(agent).Contains(text, StringComparison.Ordinal));
    }

    private int Count(string agent) => Read(agent).Length;

    private string[] Read(string agent) => agent == "pi" ? [.. fleet.Model.Received("pi")] : fleet.LinesReadBy(agent);
}
