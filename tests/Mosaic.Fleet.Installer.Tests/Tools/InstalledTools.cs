using System.Diagnostics;
using Mosaic.Fleet.Installer.Layout;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>Both suites of tools, installed into a folder of their own, and run as an agent runs them. The tests of a class share it.</summary>
public sealed class InstalledTools : IDisposable
{
    private static readonly string[] Needs = ["bash", "jq", "curl"];

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Installation _installation = new();

    /// <summary>Installs them.</summary>
    public InstalledTools()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [];
        IsRunnable = Needs.All(name => folders.Any(folder => File.Exists(Path.Combine(folder, name))));
        Install();
    }

    /// <summary>Whether the machine has the programs that they run.</summary>
    internal bool IsRunnable { get; }

    /// <summary>The user's home directory.</summary>
    internal AbsolutePath Home => _installation.Home;

    /// <summary>Where programs of the test's own come before those of the machine.</summary>
    internal AbsolutePath Programs => Home / "programs";

    /// <summary>Installs them again, with these lines in the roster besides.</summary>
    internal void Install(string lines = "") =>
        _installation.Install($"version: 1\ntools: [git, woodpecker]\n{lines}\nagents: [{{ name: canary, runtime: shell }}]\n");

    /// <summary>Writes a program of the test's own, which comes before those of the machine.</summary>
    internal void WriteProgram(string name, string text)
    {
        Directory.CreateDirectory(Programs.Value);
        ExecutableFile.Write(Programs / name, text);
    }

    /// <summary>Runs a tool, which has three minutes.</summary>
    /// <param name="tool">Its path below <c>tools/</c>.</param>
    /// <param name="arguments">Its words; one with <c>=</c> before the first option is a variable of its environment.</param>
    internal ScriptResult Run(string tool, params string[] arguments) => Run(_installation.Layout.MosaicHome / "tools" / tool, arguments);

    /// <summary>Runs a script, which has three minutes.</summary>
    /// <param name="script">The script.</param>
    /// <param name="arguments">Its words; one with <c>=</c> before the first option is a variable of its environment.</param>
    internal ScriptResult Run(AbsolutePath script, params string[] arguments)
    {
        Assert.SkipUnless(IsRunnable || Environment.GetEnvironmentVariable("CI") == "true", "jq or curl is not installed");
        var variables = arguments.TakeWhile(word => !word.StartsWith('-')).ToArray();
        using var process = Process.Start(new ProcessStartInfo("env",
        [
            "-i", $"PATH={Programs.Value}:{Environment.GetEnvironmentVariable("PATH")}", $"HOME={Home.Value}", "LC_ALL=C.UTF-8",
            .. variables, script.Value, .. arguments[variables.Length..],
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Home.Value,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!Task.WhenAll(output, error, process.WaitForExitAsync()).Wait(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{script.Name} did not end within {Limit.TotalSeconds} s");
        }

        return new ScriptResult(process.ExitCode, output.Result, error.Result);
    }

    /// <inheritdoc/>
    public void Dispose() => _installation.Dispose();
}
