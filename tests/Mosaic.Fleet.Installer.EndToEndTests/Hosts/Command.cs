using System.Diagnostics;
using System.Text;

namespace Mosaic.Fleet.Installer.EndToEndTests.Hosts;

/// <summary>Runs programs of the machine.</summary>
internal static class Command
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="input">What it reads on standard input.</param>
    /// <param name="limit">How long it, and whoever holds its output open, may take.</param>
    /// <exception cref="TimeoutException">It took longer. The program has been killed.</exception>
    public static CommandResult Run(IReadOnlyList<string> command, string input, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(command);
        var shown = string.Join(' ', command);
        using var process = Start(command);
        var output = ReadAll(process.StandardOutput.BaseStream);
        var error = ReadAll(process.StandardError.BaseStream);
        var write = Write(input, process.StandardInput);
        var end = Task.WhenAll(process.WaitForExitAsync(), output, error, write);
        if (!end.Wait(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{shown}' did not end within {limit.TotalSeconds} s, or something still holds its output open");
        }

        return new CommandResult(shown, process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts a program whose three streams are pipes in UTF-8.</summary>
    public static Process Start(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };
        return Process.Start(start)!;
    }

    // A StreamReader would take a leading byte order mark for its own.
    private static async Task<string> ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return Utf8.GetString(bytes.ToArray());
    }

    private static async Task Write(string text, StreamWriter input)
    {
        try
        {
            await input.WriteAsync(text);
            input.Close();
        }
        catch (IOException)
        {
            // The program ended without reading all of it, which its exit code tells.
        }
    }
}
