using System.Diagnostics;
using Mosaic.Fleet.Installer.EndToEndTests.Hosts;

namespace Mosaic.Fleet.Installer.EndToEndTests.Completion;

/// <summary>A terminal of 160 columns with a shell in it, in a tmux server of its own. Disposing it ends them.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly string _socket = $"mosaic-tab-{Guid.NewGuid():N}";

    /// <summary>Starts the shell.</summary>
    /// <param name="command">The shell, as tmux hands it to <c>sh -c</c>; its prompt is <c>&gt;</c>.</param>
    public Terminal(string command) => Tmux("-f", "/dev/null", "new-session", "-d", "-x", "160", "-y", "40", command);

    /// <summary>Types a text into a new shell, and presses Tab.</summary>
    public void Type(string text)
    {
        // No two shells agree on the keys that clear a line with a list below it.
        Tmux("respawn-pane", "-k");
        WaitFor("the prompt", lines => lines is [">"]);
        Tmux("send-keys", "-l", "--", text);
        Tmux("send-keys", "Tab");
    }

    /// <summary>Waits until the screen, without blank lines and blanks at their ends, is as expected.</summary>
    public void WaitFor(string what, Func<string[], bool> isThere)
    {
        var elapsed = Stopwatch.StartNew();
        string[] lines;
        while (!isThere(lines = Lines()))
        {
            if (elapsed.Elapsed > Host.Limit)
            {
                throw new TimeoutException($"{what}: not within {Host.Limit.TotalSeconds} s. The screen:\n{string.Join('\n', lines)}");
            }

            Thread.Sleep(50);
        }
    }

    public void Dispose() => Tmux("kill-server");

    private string[] Lines() =>
        [.. Tmux("capture-pane", "-p").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];

    private string Tmux(params string[] words) => Command.Run(["tmux", "-L", _socket, .. words], string.Empty, Host.Limit).ShouldExit(0).Output;
}
