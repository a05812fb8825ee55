using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>A fleet installed on a host, seen as its user sees it: by the commands and by tmux.</summary>
internal sealed class InstalledFleet
{
    private const string Socket = "mosaic-factory";

    private readonly Host _host;

    private InstalledFleet(Host host) => _host = host;

    /// <summary>The process id of the fleet's tmux server, 0 when there is none.</summary>
    public int ServerPid
    {
        get
        {
            var result = Tmux("display-message", "-p", "#{pid}");
            return result.ExitCode == 0 ? int.Parse(result.Output, CultureInfo.InvariantCulture) : 0;
        }
    }

    /// <summary>Installs the fleet of a roster.</summary>
    /// <param name="host">The host; its user gets a folder <c>~/src</c> to work in.</param>
    /// <param name="roster">The whole text of <c>roster.yaml</c>.</param>
    public static InstalledFleet Install(Host host, string roster)
    {
        host.Run("mkdir", "-p", "src").ShouldExit(0);
        host.Write(".config/mosaic/fleet/roster.yaml", roster);
        host.Install().ShouldExit(0);
        return new InstalledFleet(host);
    }

    /// <summary>Runs <c>mosaic</c> with these words.</summary>
    public CommandResult Mosaic(params string[] words) => _host.Run(["mosaic", .. words]);

    /// <summary>Runs a tmux command on the fleet's server; never starts one.</summary>
    public CommandResult Tmux(params string[] words) => _host.Run(["tmux", "-N", "-L", Socket, .. words]);

    /// <summary>How the agents are, in the roster's order.</summary>
    public ImmutableArray<AgentStatus> Status()
    {
        using var status = JsonDocument.Parse(Mosaic("fleet", "status", "--json").Output);
        return [.. status.RootElement.GetProperty("agents").EnumerateArray().Select(ReadAgent)];
    }

    /// <summary>How one agent is.</summary>
    public AgentStatus Status(string name) => Status().Single(agent => agent.Name == name);

    /// <summary>The process that waits for the end of an agent's program.</summary>
    public int Launcher(string name)
    {
        var result = _host.HasUserManager
            ? _host.Run("systemctl", "--user", "show", "--property", "MainPID", "--value", $"mosaic-agent@{name}.service")
            : Tmux("display-message", "-p", "-t", $"={name}:", "#{@mosaic_supervisor}");
        return int.Parse(result.ShouldExit(0).Output, CultureInfo.InvariantCulture);
    }

    /// <summary>A file of <c>/proc</c> about an agent's program, which the launcher becomes a moment after it has said that it starts.</summary>
    /// <param name="name">The agent.</param>
    /// <param name="file">Such as <c>environ</c>.</param>
    public string ReadOfProgram(string name, string file)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/proc/{Status(name).Pid}");
        _host.WaitUntil("the launcher is the program", () => !_host.Read($"{folder}/cmdline").Contains("\0--pane\0", StringComparison.Ordinal));
        return _host.Read($"{folder}/{file}");
    }

    /// <summary>The last lines of an agent's terminal.</summary>
    public string Tail(string name) => Mosaic("agent", "tail", name).ShouldExit(0).Output;

    /// <summary>Waits until an agent is in a state.</summary>
    public void WaitFor(string name, string state) =>
        _host.WaitUntil($"agent {name} is {state}", () => Status(name).State == state);

    private static AgentStatus ReadAgent(JsonElement agent)
    {
        var (pid, since, activity) = (agent.GetProperty("pid"), agent.GetProperty("since"), agent.GetProperty("activity"));
        return new AgentStatus(
            agent.GetProperty("name").GetString()!,
            agent.GetProperty("state").GetString()!,
            pid.ValueKind == JsonValueKind.Null ? null : pid.GetInt32(),
            since.ValueKind == JsonValueKind.Null ? null : since.GetInt64(),
            agent.GetProperty("restarts").GetInt32(),
            activity.ValueKind == JsonValueKind.Null ? null : activity.GetInt64(),
            agent.GetProperty("reason").GetString(),
            agent.GetProperty("configuration").GetString(),
            agent.GetProperty("mail").GetProperty("waiting").GetInt32());
    }
}
