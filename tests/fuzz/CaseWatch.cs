using System.Globalization;

namespace Mosaic.Fleet.Installer.Fuzz;

/// <summary>
/// Tries inputs and measures each: the processor time of this process, which other processes do not lengthen, and the
/// largest resident set that the kernel saw. What hangs, and what kills the process, leaves its input behind too.
/// </summary>
internal sealed class CaseWatch : IDisposable
{
    private const long MaximumKibibytes = 256 * 1024;
    private const long UsualKibibytes = 96 * 1024;

    private static readonly TimeSpan MaximumTime = TimeSpan.FromSeconds(2);

    private readonly string? _copy;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private (int Number, int Length, TimeSpan Begin)? _case;
    private (TimeSpan Time, int Number) _longest;
    private (long Kibibytes, int Number) _largest;
    private int _accepted;

    /// <summary>Begins to watch.</summary>
    /// <param name="copy">The file where the input at work is kept; null to keep none. It is gone when nothing failed.</param>
    public CaseWatch(string? copy)
    {
        _copy = copy;
        var interval = TimeSpan.FromMilliseconds(100);
        _timer = new Timer(_ => EndWhatHangs(), null, interval, interval);
    }

    /// <summary>Tries one input, and says on standard error what it did wrong.</summary>
    /// <returns>Whether it ended in success or diagnostics, within the limits.</returns>
    public bool Try(IFuzzTarget target, int number, byte[] input)
    {
        if (_copy is not null)
        {
            File.WriteAllBytes(_copy, input);
        }

        ForgetEarlierCases();
        Switch((number, input.Length, ProcessorTime()));
        try
        {
            _accepted += target.Try(input) ? 1 : 0;
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fails(exception.ToString());
        }

        var time = ProcessorTime() - _case!.Value.Begin;
        var memory = PeakKibibytes();
        if (time > MaximumTime || memory > MaximumKibibytes)
        {
            return Fails(string.Create(CultureInfo.InvariantCulture, $"it took {time.TotalSeconds:0.0} s, and the process {memory / 1024} MiB"));
        }

        Switch(null);
        _longest = time > _longest.Time ? (time, number) : _longest;
        _largest = memory > _largest.Kibibytes ? (memory, number) : _largest;
        return true;
    }

    /// <summary>What was measured.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_accepted} accepted; the longest took {_longest.Time.TotalSeconds:0.00} s (case {_longest.Number}), the process at most {_largest.Kibibytes / 1024} MiB (case {_largest.Number})");

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        if (_copy is not null && _case is null)
        {
            File.Delete(_copy);
        }
    }

    private static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    // What earlier cases, and the making of this one, left behind is not its fault. 5 resets the peak: proc(5), clear_refs.
    private static void ForgetEarlierCases()
    {
        if (PeakKibibytes() > UsualKibibytes)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    // VmHWM of proc(5), status: in units of 1,024 bytes.
    private static long PeakKibibytes() => long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).AsSpan(6).Trim(" \tkB"),
        CultureInfo.InvariantCulture);

    private void Switch((int Number, int Length, TimeSpan Begin)? next)
    {
        lock (_gate)
        {
            _case = next;
        }
    }

    private bool Fails(string reason)
    {
        Console.Error.WriteLine($"case {_case!.Value.Number}, {_case.Value.Length} bytes{(_copy is null ? "" : $", kept in {_copy}")}: {reason}");
        return false;
    }

    private void EndWhatHangs()
    {
        lock (_gate)
        {
            if (_case is { } atWork && ProcessorTime() - atWork.Begin > MaximumTime)
            {
                Fails("it takes more than 2 s of processor time");
                Environment.Exit(1);
            }
        }
    }
}
