using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>Whole, once, in order, and as one message: judged by what the program got, not by its screen.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class Every_text_arrives_as_it_was_sent(TalkingFleet fleet)
{
    [Fact]
    public void To_the_model_of_Pi()
    {
        var before = fleet.Model.Received("pi").Length;
        var texts = Texts.All.AddRange(
            ("\ttabs\tin\ta\tline", "    tabs    in    a    line"),
            (Texts.OfSize(20_000), Texts.OfSize(20_000)),
            (Texts.OfSize(100_000), Texts.OfSize(100_000)));

        foreach (var (sent, _) in texts)
        {
            fleet.Send("pi", sent).ShouldExit(0).Output.ShouldBeOneOf("submitted\n", "queued\n");
        }

        fleet.WaitForPi(before, texts.Length).ShouldBe(texts.Select(text => text.Arrives.Trim()));
    }
}
