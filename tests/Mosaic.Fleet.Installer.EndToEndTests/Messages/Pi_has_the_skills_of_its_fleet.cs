using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>Judged by what its model got: <c>/skill:NAME</c> becomes the text of a skill that Pi has loaded, and of no other.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class Pi_has_the_skills_of_its_fleet(TalkingFleet fleet)
{
    [Fact]
    public void And_no_others()
    {
        fleet.Host.Write(".pi/agent/skills/other/SKILL.md", "---\nname: other\ndescription: another\n---\nSomething else.\n");

        // It ends by itself, soon.
        fleet.Fleet.Mosaic("fleet", "start", "skilled");

        fleet.Host.WaitUntil("the model was told twice", () => fleet.Model.Received("skilled").Length == 2);
        var told = fleet.Model.Received("skilled");
        told[0].ShouldContain("| `skilled` |  | `shell` | Pi\\_\\*0.73\\* |");
        told[0].ShouldContain("No agent here is an `orchestrator`");
        told[1].ShouldBe("/skill:other");
    }
}
