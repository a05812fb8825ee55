using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;

namespace Mosaic.Fleet.Installer.EndToEndTests.Mail;

/// <summary>
/// A fleet whose transport is not tmux but <c>folders.sh</c>: what an agent takes goes into a file. A courier runs only where a
/// test starts one, and a tmux that is called anyway writes that down.
/// </summary>
internal sealed class FolderFleet
{
    private const string Box = ".local/state/mosaic/fleet/mail";

    private readonly Host _host;

    private FolderFleet(Host host, InstalledFleet commands)
    {
        _host = host;
        Commands = commands;
    }

    /// <summary>The fleet's commands.</summary>
    public InstalledFleet Commands { get; }

    /// <summary>How the commands called tmux.</summary>
    public string CallsOfTmux => _host.Shell("cat ~/no-tmux/calls 2>/dev/null || true").Output;

    /// <summary>Installs the fleet; none of its agents can be reached yet.</summary>
    /// <param name="host">The host.</param>
    /// <param name="agents">The items of the roster's list of agents, each indented by two.</param>
    public static FolderFleet Install(Host host, string agents)
    {
        host.Write(".config/mosaic/tools/transport/folders.sh", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mail/folders.sh")));
        host.Write("no-tmux/tmux", "#!/bin/sh\necho \"$@\" >>~/no-tmux/calls\nexit 1\n");
        host.Shell("mkdir desks && chmod +x .config/mosaic/tools/transport/folders.sh no-tmux/tmux").ShouldExit(0);
        var fleet = InstalledFleet.Install(host, $"""
            version: 1
            transport: folders
            defaults: {"{"} runtime: shell, working_directory: ~/src {"}"}
            agents:
            {agents}
            """);
        host.Shell("""sed -i "s|^PATH=\"|&$HOME/no-tmux:|" ~/.config/mosaic/fleet/host.env""").ShouldExit(0);
        return new FolderFleet(host, fleet);
    }

    /// <summary>Lets an agent be reached, and behave as these files say: see <c>folders.sh</c>.</summary>
    public void Open(string agent, params string[] files) =>
        _host.Shell($"mkdir -p ~/desks/{agent} && cd ~/desks/{agent} && touch taken {string.Join(' ', files)}").ShouldExit(0);

    /// <summary>Lets an agent be held up by a pipe before it takes a message.</summary>
    public void Gate(string agent)
    {
        Open(agent);
        _host.Run("mkfifo", $"desks/{agent}/gate").ShouldExit(0);
    }

    /// <summary>Takes files away again.</summary>
    public void Remove(string agent, string file) => _host.Run("rm", $"desks/{agent}/{file}").ShouldExit(0);

    /// <summary>Waits until an agent stands at its gate, with a message.</summary>
    public void WaitAtGate(string agent) => _host.WaitUntil($"{agent} is at its gate", () => File.Exists(_host.Outside($"desks/{agent}/entered")));

    /// <summary>Starts a courier in a session of its own.</summary>
    /// <returns>Its process id, which is that of its session.</returns>
    public string StartCourier() =>
        _host.Shell("setsid ~/.config/mosaic/tools/fleet/deliver-mail.sh >>courier.log 2>&1 </dev/null & echo $!").ShouldExit(0).Output.Trim();

    /// <summary>Sends a message that goes into the mailbox.</summary>
    public void Spool(string agent, string text)
    {
        var result = Commands.Mosaic("agent", "send", agent, "-S", "me", "-m", text).ShouldExit(75);
        result.Output.ShouldBe("spooled\n", result.ToString());
    }

    /// <summary>What an agent has taken.</summary>
    public string[] Taken(string agent) => _host.Read($"desks/{agent}/taken").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Waits until an agent has taken so many messages.</summary>
    public void WaitForTaken(string agent, int count) => _host.WaitUntil($"{agent} has {count} messages", () => Taken(agent).Length >= count);

    /// <summary>The names of an agent's messages in one state.</summary>
    public string[] Messages(string agent, string state)
    {
        var folder = _host.Outside($"{Box}/{agent}/{state}");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>The path of a message's file on the host.</summary>
    public static string FileOf(string agent, string state, int number) => $"{Box}/{agent}/{state}/{number:D10}";
}
