using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Messages;

/// <summary>Many messages to one program are as many messages, whoever sends them and whatever the program does.</summary>
[Collection(nameof(TalkingFleet))]
public sealed class Senders_take_turns(TalkingFleet fleet)
{
    private const int Senders = 4;
    private const int Each = 13;

    [Fact]
    public void And_fifty_messages_of_four_at_once_arrive_once_each_and_in_order()
    {
        var before = fleet.Model.Received("pi").Length;
        // Two lines each: where two pastes mix, lines change places.
        var sent = Enumerable.Range(0, Senders).Select(sender =>
            Enumerable.Range(0, Each).Select(number => $"sender {sender}, message {number}\nof sender {sender}, message {number}").ToArray()).ToArray();

        Parallel.ForEach(sent, new ParallelOptions { MaxDegreeOfParallelism = Senders }, texts =>
        {
            foreach (var text in texts)
            {
                fleet.Send("pi", text, "-w", "120").ShouldExit(0);
            }
        });

        var received = fleet.WaitForPi(before, Senders * Each);
        received.Length.ShouldBe(Senders * Each);
        foreach (var texts in sent)
        {
            received.Where(texts.Contains).ShouldBe(texts);
        }
    }

    [Fact]
    public void And_a_busy_program_holds_them_until_it_has_time()
    {
        var before = fleet.Model.Received("pi").Length;
        fleet.Model.Hold();
        try
        {
            fleet.Send("pi", "work on this").ShouldExit(0);
            fleet.WaitForPi(before, 1);

            fleet.Send("pi", "and then on that").ShouldExit(0).Output.ShouldBe("queued\n");
            fleet.Send("pi", "and at last on this").ShouldExit(0).Output.ShouldBe("queued\n");
            fleet.Model.Received("pi").Length.ShouldBe(before + 1);
        }
        finally
        {
            fleet.Model.Release();
        }

        fleet.WaitForPi(before, 3).ShouldBe(["work on this", "and then on that", "and at last on this"]);
    }
}
