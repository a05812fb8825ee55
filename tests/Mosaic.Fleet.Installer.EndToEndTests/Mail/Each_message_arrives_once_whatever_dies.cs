using System.Collections.Immutable;
using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

/// <summary>
/// Four senders write to five real Pi agents, of which one is killed every few seconds. MOSAIC_MESSAGES says how many messages,
/// MOSAIC_SEED where chance begins.
/// </summary>
public sealed class Each_message_arrives_once_whatever_dies
{
    // A program that is killed takes along what it took this many seconds before, and had no time to tell its model; on a slow
    // machine it takes longer to tell.
    private const double LastMoments = 3;

    private static readonly string[] Agents = ["pi0", "pi1", "pi2", "pi3", "pi4"];

    private static readonly string[] Senders = ["ann", "bob", "cy", "dee"];

    private static readonly TimeSpan BetweenDeaths = TimeSpan.FromSeconds(4);

    // Each sender waits for another death before it sends so many more.
    private const int MessagesPerDeath = 3;

    // An agent with mail that is killed sooner, on a machine where it starts slowly, would never get it; and one that runs for
    // less than so many seconds, five times in a row, counts as one that cannot run.
    private const int MessagesBetweenDeaths = 3;

    private const int ShortestLife = 10;

    [Fact]
    public async Task Or_its_state_says_that_nobody_knows()
    {
        var (count, seed) = (Setting("MOSAIC_MESSAGES", 60), Setting("MOSAIC_SEED", 1));
        var limit = TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(3 * count);
        using var host = Host.Start(HostKind.UserWithUserManager);
        var model = ModelServer.Start(host);
        Pi.Use(host, model);
        var fleet = InstalledFleet.Install(host, $$"""
            version: 1
            defaults: { working_directory: ~/src, runtime: pi, restart_delay: 1s, command: "{{Pi.Command}}" }
            agents: [{{string.Join(", ", Agents.Select(agent => $"{{ name: {agent} }}"))}}]
            """);
        fleet.Mosaic("fleet", "start").ShouldExit(0);
        var messages = SoakMessage.Make(count, Senders, Agents, host.Run("uname", "-n").Output.Trim().Split('.')[0], new Random(seed));
        host.Run("mkdir", "messages", "deaths").ShouldExit(0);
        foreach (var message in messages)
        {
            await File.WriteAllTextAsync(host.Outside($"messages/{message.Number}"), message.Text, TestContext.Current.CancellationToken);
        }

        host.Write("deaths/0", string.Empty);
        var sending = Task.WhenAll(Senders.Select(sender => Task.Run(() => Send(host, messages.Where(message => message.Sender == sender), limit))));
        var deaths = await KillUntil(sending, host, fleet, model);
        var words = (await sending).SelectMany(lines => lines).ToDictionary(line => line.Number);
        var kept = host.Shell("cd .local/state/mosaic/fleet/mail && until ! ls */new */pasting | grep -q '^[0-9]'; do sleep 0.2; done", limit).ShouldExit(0);
        kept.Output.ShouldBeEmpty();
        var unconfirmed = Unconfirmed(host);

        Judge(host, model, messages, words, unconfirmed, deaths, seed);
    }

    private static void Judge(Host host, ModelServer model, ImmutableArray<SoakMessage> messages, Dictionary<int, Outcome> words, HashSet<int> unconfirmed, List<Death> deaths, int seed)
    {
        bool IsAdmitted(SoakMessage message) => words[message.Number].Word == "draft" || unconfirmed.Contains(message.Number);
        var received = Received(model);
        var taken = TimesTaken(host, messages, words);
        var lastMoments = Math.Max(LastMoments, 2 * LongestWayToItsModel(model, messages, taken));
        bool DiedWith(SoakMessage message) => taken.TryGetValue(message.Number, out var time) && deaths.Exists(death =>
            death.Agent == message.Agent && time > death.Earliest - lastMoments && time < death.Latest + lastMoments);
        List<SoakMessage> Missing() => [.. messages.Where(message => !IsAdmitted(message) && !received[message.Agent].Contains(message.Arrives) && !DiedWith(message))];

        // What was taken last may still be on its way to the model.
        var patience = DateTime.UtcNow + Host.Limit;
        while (Missing().Count > 0 && DateTime.UtcNow < patience)
        {
            Thread.Sleep(200);
            received = Received(model);
        }

        foreach (var (agent, texts) in received)
        {
            var expected = messages.Where(message => message.Agent == agent).ToDictionary(message => message.Arrives);
            texts.Where(text => !expected.ContainsKey(text)).ShouldBeEmpty($"{agent} got what nobody sent to it");
            texts.GroupBy(text => text).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty($"{agent} got them twice");
            foreach (var sender in Senders)
            {
                texts.Select(text => expected[text]).Where(message => message.Sender == sender).Select(message => message.Number)
                    .ShouldBeInOrder(SortDirection.Ascending, $"{agent} got those of {sender} in another order");
            }
        }

        Missing().Select(message => $"{message.Agent} has not got {message.Arrives}: {words[message.Number]}").ShouldBeEmpty();
        var admitted = messages.Where(IsAdmitted).ToList();
        var arrived = received.Sum(agent => agent.Value.Count);
        var lost = admitted.Count(message => !received[message.Agent].Contains(message.Arrives));
        TestContext.Current.SendDiagnosticMessage(
            $"seed {seed}: {messages.Length} messages, {deaths.Count} deaths; {arrived} arrived once, {words.Values.Count(word => word.Id > 0)} by the mailbox; "
            + $"{admitted.Count} unconfirmed, {admitted.Count - lost} of these arrived; {messages.Length - arrived - lost} died with the program that had taken them");
    }

    private static Dictionary<string, List<string>> Received(ModelServer model) => Agents.ToDictionary(agent => agent, agent => model.Received(agent).ToList());

    // Every other message waits for its delivery, so that mailboxes fill and empty.
    private static List<Outcome> Send(Host host, IEnumerable<SoakMessage> messages, TimeSpan limit)
    {
        var script = string.Join('\n', messages.Select((message, place) =>
            $"until [[ -e deaths/{place / MessagesPerDeath} ]]; do sleep 0.1; done; word=$(mosaic agent send {message.Agent} -S {message.Sender} -f messages/{message.Number} --wait {(message.Number / 4 % 2 == 0 ? 0 : 300)} --json) || true;"
            + $" echo \"{message.Number} $EPOCHREALTIME $word\""));
        return [.. host.Shell(script, limit).ShouldExit(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Outcome.Parse)];
    }

    private static async Task<List<Death>> KillUntil(Task sending, Host host, InstalledFleet fleet, ModelServer model)
    {
        var deaths = new List<Death>();
        var mayDieAt = Agents.ToDictionary(agent => agent, _ => 1);
        while (await Task.WhenAny(sending, Task.Delay(BetweenDeaths, TestContext.Current.CancellationToken)) != sending)
        {
            var received = Received(model);
            // Whose last death is longest ago.
            var mortal = fleet.Status().Where(agent => agent.Since < Now() - ShortestLife && (agent.MailWaiting == 0 || received[agent.Name].Count >= mayDieAt[agent.Name]))
                .MinBy(agent => deaths.FindLastIndex(death => death.Agent == agent.Name));
            if (mortal is not { Pid: { } pid })
            {
                continue;
            }

            var earliest = Now();
            host.Run("kill", "-KILL", pid.ToString(CultureInfo.InvariantCulture));
            deaths.Add(new Death(mortal.Name, earliest, Now()));
            host.Write($"deaths/{deaths.Count}", string.Empty);
            mayDieAt[mortal.Name] = received[mortal.Name].Count + MessagesBetweenDeaths;
        }

        return deaths;
    }

    // By their texts, which begin with their numbers.
    private static HashSet<int> Unconfirmed(Host host) =>
        [.. host.Shell("cat ~/.local/state/mosaic/fleet/mail/*/unconfirmed/* 2>/dev/null | sed -n 's/^\\([0-9][0-9]*\\): .*/\\1/p'").Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    // By number, in seconds since 1970: when a sender said so, or when it was moved to the delivered ones, of which some are no longer kept.
    private static Dictionary<int, double> TimesTaken(Host host, ImmutableArray<SoakMessage> messages, Dictionary<int, Outcome> words)
    {
        var moved = host.Shell("cd .local/state/mosaic/fleet/mail && stat -c '%n %.9Z' */done/*").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
        var taken = new Dictionary<int, double>();
        foreach (var message in messages)
        {
            var outcome = words[message.Number];
            if (outcome.Word is "submitted" or "queued")
            {
                taken[message.Number] = outcome.Time;
            }
            else if (outcome.Word == "spooled" && moved.TryGetValue($"{message.Agent}/done/{outcome.Id:D10}", out var time))
            {
                taken[message.Number] = time;
            }
        }

        return taken;
    }

    // Of all messages that arrived, in seconds.
    private static double LongestWayToItsModel(ModelServer model, ImmutableArray<SoakMessage> messages, Dictionary<int, double> taken)
    {
        var told = Agents.ToDictionary(agent => agent, model.Times);
        return messages.Where(message => taken.ContainsKey(message.Number) && told[message.Agent].ContainsKey(message.Arrives))
            .Select(message => told[message.Agent][message.Arrives] - taken[message.Number]).DefaultIfEmpty().Max();
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private sealed record Death(string Agent, double Earliest, double Latest);

    private sealed record Outcome(int Number, double Time, string Word, int Id)
    {
        public static Outcome Parse(string line)
        {
            var words = line.Split(' ', 3);
            using var json = System.Text.Json.JsonDocument.Parse(words[2]);
            var id = json.RootElement.GetProperty("id");
            return new Outcome(
                int.Parse(words[0], CultureInfo.InvariantCulture),
                double.Parse(words[1], CultureInfo.InvariantCulture),
                json.RootElement.GetProperty("result").GetString()!,
                id.ValueKind == System.Text.Json.JsonValueKind.Null ? 0 : id.GetInt32());
        }
    }
}
