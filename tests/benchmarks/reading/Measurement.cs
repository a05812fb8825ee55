using System.Globalization;

namespace Mosaic.Fleet.Installer.Benchmarks;

/// <summary>
/// What one of the two ways costs: the processor time of this process, which other processes hardly lengthen, and the
/// memory that it asks for.
/// </summary>
internal sealed class Measurement
{
    private readonly List<double> _milliseconds = [];
    private readonly List<double> _megabytes = [];

    /// <summary>The median of the processor time, in milliseconds.</summary>
    public double Milliseconds => Median(_milliseconds);

    /// <summary>The median of the allocated memory, in units of 1,000,000 bytes.</summary>
    public double Megabytes => Median(_megabytes);

    /// <summary>Runs it once.</summary>
    /// <param name="action">What is measured.</param>
    /// <param name="isKept">Whether the run counts; those that warm up do not.</param>
    public void Run(Action action, bool isKept)
    {
        // The garbage of the run before is not its fault.
        GC.Collect();
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        action();
        if (isKept)
        {
            _milliseconds.Add((Environment.CpuUsage.TotalTime - time).TotalMilliseconds);
            _megabytes.Add((GC.GetAllocatedBytesForCurrentThread() - bytes) / 1e6);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds,6:0.0} ms {Megabytes,7:0.0} MB");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
