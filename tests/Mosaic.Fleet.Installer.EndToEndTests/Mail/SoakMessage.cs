using System.Collections.Immutable;
using Mosaic.Fleet.Installer.EndToEndTests.Messages;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

/// <summary>One of many messages.</summary>
/// <param name="Number">Its number among all; one sender sends its messages in this order.</param>
/// <param name="Sender">Who sends it.</param>
/// <param name="Agent">To whom.</param>
/// <param name="Text">Its text, unlike all others.</param>
/// <param name="Arrives">What the agent's model must get.</param>
internal sealed record SoakMessage(int Number, string Sender, string Agent, string Text, string Arrives)
{
    /// <summary>Makes messages of all kinds, by chance.</summary>
    /// <param name="count">How many.</param>
    /// <param name="senders">Who send them.</param>
    /// <param name="agents">Who get them.</param>
    /// <param name="host">How a message names the receivers' host.</param>
    /// <param name="chance">What decides.</param>
    public static ImmutableArray<SoakMessage> Make(int count, string[] senders, string[] agents, string host, Random chance) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
        {
            var (sender, agent) = (senders[number % senders.Length], agents[chance.Next(agents.Length)]);
            var (sent, arrives) = Texts.All[chance.Next(Texts.All.Length)];
            return new SoakMessage(number, sender, agent, $"{number}: {sent}", $"[{sender} -> {host}:{agent}] {number}: {arrives}".Trim());
        }),
    ];
}
