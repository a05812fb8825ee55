using System.Collections.Immutable;
using System.Globalization;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.EndToEndTests.Scenarios;

/// <summary>
/// A running fleet that a test hurts in one way after the other. After each it must be what the roster says, the status must
/// have told the truth all the time, and the user's own tmux server must be as it was.
/// </summary>
internal sealed class FleetUnderFaults : IDisposable
{
    /// <summary>Leaves its session behind, and heeds no hangup.</summary>
    public const string Daemon = "sleep 4242";

    private readonly string[] _agents;
    private readonly DefaultServer _mine;
    private string _difference = string.Empty;

    /// <summary>Starts it.</summary>
    /// <param name="kind">Its host.</param>
    /// <param name="size">How many agents it has, at least three: coder0, coder1, which leaves a daemon behind, and so on.</param>
    public FleetUnderFaults(HostKind kind, int size = 3)
    {
        _agents = [.. Enumerable.Range(0, size).Select(number => $"coder{number}")];
        // A minute, and longer for a large fleet, as `mosaic fleet start` waits longer for one.
        Patience = Host.Limit + TimeSpan.FromSeconds(size / 2);
        Host = Host.Start(kind);
        _mine = new DefaultServer(Host);
        Fleet = InstalledFleet.Install(Host, Roster());
        Host.Shell("mosaic fleet start", Patience).ShouldExit(0);
        Witness = new StatusWitness(Host, Fleet);
    }

    /// <summary>Where it lives.</summary>
    public Host Host { get; }

    /// <summary>The fleet.</summary>
    public InstalledFleet Fleet { get; }

    /// <summary>Whoever watches the status.</summary>
    public StatusWitness Witness { get; }

    /// <summary>How long all of it may take to start, to end or to come back.</summary>
    public TimeSpan Patience { get; }

    /// <summary>Hurts the fleet, and sees it recover.</summary>
    /// <param name="name">What is done, for the message of a failure.</param>
    /// <param name="blow">Does it.</param>
    public void Suffer(string name, Action blow)
    {
        try
        {
            blow();
            WaitUntil("the fleet is what the roster says", status => status.All(agent => agent.State == "running") && (_difference = Difference()).Length == 0);
            Witness.ShouldHaveHeardTheTruth();
            _mine.ShouldBeUntouched();
        }
        catch (Exception problem) when (problem is ShouldAssertException or TimeoutException or AggregateException)
        {
            Assert.Fail($"{name}: {problem.Message}\nThe status: {string.Join('\n', Witness.Latest)}\nLast seen to differ: {_difference}");
        }
    }

    /// <summary>Waits until the status is as it should be.</summary>
    public void WaitUntil(string what, Func<ImmutableArray<AgentStatus>, bool> isTrue) =>
        Host.WaitUntil(what, () => isTrue(Witness.WaitForLook()), Patience);

    /// <summary>The process of an agent's program.</summary>
    public int Program(string agent) => Fleet.Status(agent).Pid.ShouldNotBeNull();

    /// <summary>A fact that tmux knows of an agent's session.</summary>
    public string Ask(string agent, string format) => Fleet.Tmux("display-message", "-p", "-t", $"={agent}:", format).ShouldExit(0).Output.Trim();

    /// <summary>The process that waits for an agent's end.</summary>
    public int Launcher(string agent) => Fleet.Launcher(agent);

    /// <summary>Kills processes with SIGKILL, all at once.</summary>
    public void Kill(params IEnumerable<int> pids) =>
        Host.Run(["kill", "-KILL", .. pids.Select(pid => pid.ToString(CultureInfo.InvariantCulture))]).ShouldExit(0);

    /// <summary>How many processes have exactly this command line.</summary>
    public int Count(string command) => int.Parse(Host.Run("pgrep", "-c", "-f", "-x", command).Output, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose()
    {
        Witness.Dispose();
        Host.Dispose();
    }

    private string Roster() => $$"""
        version: 1
        defaults: { runtime: shell, working_directory: ~/src, restart_delay: 100ms }
        agents:
          - name: {{_agents[0]}}
          - { name: {{_agents[1]}}, command: "setsid -f nohup {{Daemon}} >/dev/null 2>&1; exec bash -i" }
          - name: {{string.Join("\n  - name: ", _agents.Skip(2))}}

        """;

    // Empty when every agent has one session of one window, and nothing else is left of any.
    private string Difference()
    {
        var windows = Fleet.Tmux("list-windows", "-a", "-F", "#{session_name}").Output;
        var jobs = Host.HasUserManager ? Host.Shell("systemctl --user --no-legend list-jobs").Output : string.Empty;
        var (shells, daemons) = (Count("bash -i"), Count(Daemon));
        return (windows == $"_holder\n{string.Join('\n', _agents.Order(StringComparer.Ordinal))}\n" ? string.Empty : $"\nwindows of {windows}")
            + jobs
            + (shells == _agents.Length ? string.Empty : $"\n{shells} programs of agents")
            + (daemons == 1 ? string.Empty : $"\n{daemons} daemons");
    }
}
