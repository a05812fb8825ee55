using System.Diagnostics;
using Mosaic.Fleet.Installer.Layout;

namespace Mosaic.Fleet.Installer.Tests.Cli;

/// <summary>Runs the compiled tool as a process of its own, as a person does.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What a run left.</summary>
    public sealed record Result(int ExitCode, string Output, string Errors);

    /// <summary>Runs it on an installation.</summary>
    public static Result Run(Installation installation, params string[] arguments) => Run(installation, input: "", arguments);

    /// <summary>Runs it on a terminal so wide, which shows both outputs as one; lines end there in CR and LF.</summary>
    public static string RunOnTerminal(Installation installation, int columns, string arguments) =>
        Run(installation, "script", "", ["-qec", $"stty cols {columns}; {Program} {arguments}", "/dev/null"]).Output;

    /// <summary>Runs it on an installation with text on standard input.</summary>
    public static Result Run(Installation installation, string input, string[] arguments) => Run(installation, Program, input, arguments);

    private static string Program => Path.Join(AppContext.BaseDirectory, "mosaic-fleet-install");

    private static Result Run(Installation installation, string program, string input, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = installation.Home.Value,
        };
        start.Environment.Clear();
        foreach (var (name, value) in installation.Variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_ROOT"] = DotnetFolder.Value;
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"mosaic-fleet-install {string.Join(' ', arguments)} did not end");
        }

        return new Result(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    // …/shared/Microsoft.NETCore.App/10.0.0/ lies three below the folder of the runtime.
    private static AbsolutePath DotnetFolder =>
        AbsolutePath.From(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory()).Parent.Parent.Parent;
}
