namespace Mosaic.Fleet.Installer.Cli;

/// <summary>Says on a terminal that a run is still at work, once it takes longer than half a second; disposing it clears the line.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    private readonly Action<string> _write;
    private readonly Timer _timer;
    private readonly Lock _turn = new();
    private readonly long _began = Environment.TickCount64;
    private bool _isShown;
    private bool _isOver;

    /// <summary>Begins to count.</summary>
    /// <param name="write">Writes on the terminal.</param>
    public ProgressLine(Action<string> write)
    {
        _write = write;
        _timer = new Timer(_ => Show(), state: null, Patience, Period);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_turn)
        {
            _isOver = true;
            if (_isShown)
            {
                _write("\r\e[K");
                _isShown = false;
            }
        }
    }

    private void Show()
    {
        lock (_turn)
        {
            if (!_isOver)
            {
                _write($"\r\e[KWorking… {(Environment.TickCount64 - _began) / 1000.0:F1} s");
                _isShown = true;
            }
        }
    }
}
