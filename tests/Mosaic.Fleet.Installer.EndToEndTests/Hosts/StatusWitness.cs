using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Shouldly;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>Asks <c>mosaic fleet status</c> again and again, and compares what it says with the processes of the host.</summary>
internal sealed class StatusWitness : IDisposable
{
    // A status takes some six seconds when tmux hangs, and longer on a host that is busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Host host;
    private readonly InstalledFleet fleet;
    private readonly ConcurrentQueue<string> lies = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task work;
    private volatile bool probesFail;
    private int era;
    private int looks;

    /// <summary>Begins to ask.</summary>
    public StatusWitness(Host host, InstalledFleet fleet)
    {
        (this.host, this.fleet) = (host, fleet);
        work = Task.Run(Watch);
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
        var enough = Volatile.Read(ref looks) + 2;
        host.WaitUntil("status has been asked twice", () => Volatile.Read(ref looks) >= enough || work.IsCompleted, Patience);
        return Latest;
    }

    /// <summary>Fails the test when a status was not true.</summary>
    public void ShouldHaveHeardTheTruth()
    {
        work.Exception.ShouldBeNull();
        lies.ShouldBeEmpty();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        work.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        end.Dispose();
    }

    private void SetProbesFail(bool fail)
    {
        probesFail = fail;
        Interlocked.Increment(ref era);
    }

    private void Watch()
    {
        while (!end.IsCancellationRequested)
        {
            var (eraBefore, silent, before) = (Volatile.Read(ref era), probesFail, LivingProcesses());
            var status = fleet.Status();
            var living = LivingProcesses();
            living.UnionWith(before);
            // Of a program that both began and ended meanwhile, nothing can be said.
            var newest = before.Max();
            foreach (var agent in status)
            {
                if (agent.State == "running" && (agent.Pid is not int pid || (pid <= newest && !living.Contains(pid))))
                {
                    lies.Enqueue($"{agent} at {DateTime.Now:T}, and no such program ran");
                }

                if (silent && eraBefore == Volatile.Read(ref era) && agent.State != "unknown")
                {
                    lies.Enqueue($"{agent} at {DateTime.Now:T}, and nobody could know");
                }
            }

            Latest = status;
            Interlocked.Increment(ref looks);
            end.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200));
        }
    }

    // The processes of the host that have not ended: a zombie has.
    private HashSet<int> LivingProcesses() =>
        [.. from folder in Directory.EnumerateDirectories(host.Outside("/proc"))
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
