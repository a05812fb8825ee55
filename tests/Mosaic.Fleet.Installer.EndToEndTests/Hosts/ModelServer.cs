using System.Collections.Immutable;
using System.Text.Json;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>
/// A model for real Pi agents, on loopback of a host: what its users told it is the evidence that messages arrived.
/// See <c>tests/pi/model-server.mjs</c>.
/// </summary>
internal sealed class ModelServer
{
    private const string Folder = "model";

    private readonly Host _host;

    private ModelServer(Host host) => _host = host;

    /// <summary>The port that it listens on.</summary>
    public string Port => _host.Read($"{Folder}/port");

    /// <summary>Starts it; it ends with the host.</summary>
    public static ModelServer Start(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        Prerequisite.Program("node");
        host.Shell($"mkdir {Folder} && touch {Folder}/received && (exec setsid node /run/pi/model-server.mjs {Folder} </dev/null >{Folder}/log 2>&1 &)").ShouldExit(0);
        host.WaitUntil("the model server listens", () => File.Exists(host.Outside($"{Folder}/port")));
        return new ModelServer(host);
    }

    /// <summary>All that an agent's users told it, in order.</summary>
    /// <param name="agent">The agent's name.</param>
    public ImmutableArray<string> Received(string agent) => [.. Messages(agent).Select(message => message.Text)];

    /// <summary>When it got each text from an agent for the first time, in seconds since 1970.</summary>
    /// <param name="agent">The agent's name.</param>
    public IReadOnlyDictionary<string, double> Times(string agent) =>
        Messages(agent).GroupBy(message => message.Text).ToDictionary(same => same.Key, same => same.First().Time);

    /// <summary>From now on agents are busy: no answer ends.</summary>
    public void Hold() => _host.Write($"{Folder}/hold", string.Empty);

    /// <summary>Ends all answers.</summary>
    public void Release() => _host.Run("rm", $"{Folder}/hold").ShouldExit(0);

    private IEnumerable<(double Time, string Text)> Messages(string agent) =>
        // The last line may still be in the writing.
        _host.Read($"{Folder}/received").Split('\n').SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(message => message.GetProperty("agent").GetString() == agent)
            .Select(message => (message.GetProperty("time").GetDouble() / 1000, message.GetProperty("text").GetString()!));
}
