using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Shouldly;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>Asks <c>mosaic fleet status</c> again and again, and compares what it says with the processes of the host.</summary>
internal sealed class StatusWitness : IDisposable
{
    // A status takes some six seconds when tmux hangs, and longer on a host that is busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Host _host;
    private readonly InstalledFleet _fleet;
    private readonly ConcurrentQueue<string> _lies = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;
    private volatile bool _probesFail;
    private int _era;
    private int _begun;
    private int _looks;

    /// <summary>Begins to ask.</summary>
    public StatusWitness(Host host, InstalledFleet fleet)
    {
        (_host, _fleet) = (host, fleet);
        _work = Task.Run(Watch);
    }

    /// <summary>The last status that was judged.</summary>
    public ImmutableArray<AgentStatus> Latest { get; private set; } = [];

    /// <summary>Does something while systemd or tmux cannot answer, of which every status must say so.</summary>
    /// <param name="silence">What makes them silent.</param>
    /// <param name="meanwhile">What is done in between.</param>
    /// <param name="speech">What makes them answer again.</param>
    public void WhileProbesFail(Action silence, Action meanwhile, Action speech)
    {
        silence();
        SetProbesFail(true);
        meanwhile();
        WaitForLook();
        SetProbesFail(false);
        speech();
    }

    /// <summary>Waits until a status that was asked for from now on has been judged.</summary>
    /// <returns>That status.</returns>
    public ImmutableArray<AgentStatus> WaitForLook()
    {
        // The one at work may have begun before what is to be seen.
        var enough = Volatile.Read(ref _begun) + 1;
        _host.WaitUntil("status has been asked", () => Volatile.Read(ref _looks) >= enough || _work.IsCompleted, Patience);
        return Latest;
    }

    /// <summary>Fails the test when a status was not true.</summary>
    public void ShouldHaveHeardTheTruth()
    {
        _work.Exception.ShouldBeNull();
        _lies.ShouldBeEmpty();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _work.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _end.Dispose();
    }

    private void SetProbesFail(bool fail)
    {
        _probesFail = fail;
        Interlocked.Increment(ref _era);
    }

    private void Watch()
    {
        while (!_end.IsCancellationRequested)
        {
            Interlocked.Increment(ref _begun);
            var (eraBefore, silent, before) = (Volatile.Read(ref _era), _probesFail, LivingProcesses());
            var status = _fleet.Status();
            var living = LivingProcesses();
            living.UnionWith(before);
            // Of a program that both began and ended meanwhile, nothing can be said.
            var newest = before.Max();
            foreach (var agent in status)
            {
                if (agent.State == "running" && (agent.Pid is not int pid || (pid <= newest && !living.Contains(pid))))
                {
                    _lies.Enqueue($"{agent} at {DateTime.Now:T}, and no such program ran");
                }

                if (silent && eraBefore == Volatile.Read(ref _era) && agent.State != "unknown")
                {
                    _lies.Enqueue($"{agent} at {DateTime.Now:T}, and nobody could know");
                }
            }

            Latest = status;
            Interlocked.Increment(ref _looks);
            _end.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(500));
        }
    }

    // The processes of the host that have not ended: a zombie has.
    private HashSet<int> LivingProcesses() =>
        [.. from folder in Directory.EnumerateDirectories(_host.Outside("/proc"))
            let name = Path.GetFileName(folder)
            where char.IsAsciiDigit(name[0]) && IsAlive(folder)
            select int.Parse(name, CultureInfo.InvariantCulture)];

    private static bool IsAlive(string folder)
    {
        try
        {
            var stat = File.ReadAllText($"{folder}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            // It has just ended.
            return false;
        }
    }
}
