using System.ComponentModel;
using System.Diagnostics;

namespace Mosaic.Fleet.Installer.Applying;

/// <summary>Runs programs to their end.</summary>
internal static class Programs
{
    private const int CouldNotStart = 127;
    private const int TimedOut = 124;

    /// <summary>Runs a program and collects what it prints.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="limit">How long it may take; then it and its children are killed and the exit code is 124.</param>
    /// <param name="environment">Its whole environment; null for the caller's.</param>
    /// <param name="input">What it finds on standard input; it need not read it all.</param>
    public static ProgramResult Collect(
        IReadOnlyList<string> command, TimeSpan limit, IReadOnlyDictionary<string, string>? environment = null, ReadOnlyMemory<byte> input = default)
    {
        var start = Prepare(command);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environment)
            {
                start.Environment[name] = value;
            }
        }

        using var process = Start(start);
        if (process is null)
        {
            return new ProgramResult(CouldNotStart, string.Empty, $"cannot start {command[0]}");
        }

        var began = Stopwatch.GetTimestamp();
        var fed = OnItsOwnThread(() => Feed(process.StandardInput.BaseStream, input.Span));
        var output = OnItsOwnThread(process.StandardOutput.ReadToEnd);
        var errors = OnItsOwnThread(process.StandardError.ReadToEnd);

        // A grandchild may hold the pipes open after the program has ended, so the limit counts for both.
        if (!Task.WaitAll([fed, output, errors], limit) || !process.WaitForExit(Rest(limit, began)))
        {
            process.Kill(entireProcessTree: true);
            return new ProgramResult(TimedOut, string.Empty, $"{command[0]} did not end within {limit.TotalSeconds:0} s");
        }

        return new ProgramResult(process.ExitCode, output.Result, errors.Result);
    }

    /// <summary>Runs a program that prints to the user's terminal.</summary>
    public static ProgramResult Show(IReadOnlyList<string> command)
    {
        using var process = Start(Prepare(command));
        process?.WaitForExit();
        return new ProgramResult(process?.ExitCode ?? CouldNotStart, string.Empty, string.Empty);
    }

    // Reading a pipe asynchronously would start the runtime's socket engine, which costs more than a thread.
    private static Task<string> OnItsOwnThread(Func<string> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task OnItsOwnThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static TimeSpan Rest(TimeSpan limit, long began) =>
        limit - Stopwatch.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    private static void Feed(Stream standardInput, ReadOnlySpan<byte> input)
    {
        try
        {
            using (standardInput)
            {
                standardInput.Write(input);
            }
        }
        catch (IOException)
        {
            // It ended, or closed its standard input, before it had read all.
        }
    }

    private static ProcessStartInfo Prepare(IReadOnlyList<string> command) =>
        new(command[0], command.Skip(1)) { UseShellExecute = false };

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
