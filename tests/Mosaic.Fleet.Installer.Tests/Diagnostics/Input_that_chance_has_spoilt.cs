using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Diagnostics;

/// <summary>The same program as in <c>tests/soak.sh</c>, with fewer inputs: see <c>tests/fuzz</c>.</summary>
public sealed class Input_that_chance_has_spoilt
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(20);

    [Theory]
    [InlineData("rosters")]
    [InlineData("templates")]
    public async Task Ends_in_success_or_diagnostics_within_2_s_and_256_MiB(string kind)
    {
        using var folder = new TemporaryFolder();
        using var fuzz = Process.Start(new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Mosaic.Fleet.Installer.Fuzz.dll"), kind, "500", "1", folder.Path.Value])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = fuzz.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = fuzz.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await fuzz.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            fuzz.Kill();
        }

        (await errors).ShouldBeEmpty();
        (await output).ShouldStartWith($"{kind}: 500 tried with seed 1, ");
        fuzz.ExitCode.ShouldBe(0);
    }
}
