using System.Diagnostics;
using System.Globalization;
using Mosaic.Fleet.Installer.Roster.Language;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Roster;

public sealed class Systemd_reads_what_a_roster_may_say
{
    private static readonly string[] Spans =
    [
        "0", "5", "5s", "5 s", "1min 30s", "1min30s", "2min", "1h", "1.5h", "500ms", "1s 500ms", "250us", "90 seconds", "1 minute 1 second",
        "3 hours", "1hr", "1d", "1day", "0.25s", "2sec", "3m", "7msec", "9usec", "1μs", "1week", " 5s ",
    ];

    private static readonly string[] Strange =
        ["", " ", "s", "5x", "5 5x", "-5s", "+5s", "5,5s", "5..5s", ".", "1e3", "0x5", "5S", "5Min", "99999999999999999999h", "s5", "five"];

    [Fact]
    public void Durations_to_the_microsecond()
    {
        // `systemd-analyze timespan` prints each span as microseconds after `μs:`.
        var theirs = Run("systemd-analyze", ["timespan", .. Spans]).Split('\n')
            .Where(line => line.Contains("μs:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(':')[1], CultureInfo.InvariantCulture));

        var ours = Spans.Select(text => SystemdTimeSpan.TryParse(text, out var span) ? span.Ticks / TimeSpan.TicksPerMicrosecond : -1);

        ours.ShouldBe(theirs);
    }

    [Fact]
    public void And_no_duration_that_systemd_would_refuse() =>
        Strange.Where(text => SystemdTimeSpan.TryParse(text, out _)).ShouldBeEmpty();

    [Theory]
    [InlineData("0", "0s")]
    [InlineData("90s", "90s")]
    [InlineData("120s", "2min")]
    [InlineData("1h", "1h")]
    [InlineData("1.5s", "1500ms")]
    [InlineData("250us", "250us")]
    public void And_a_duration_is_written_in_the_largest_unit_that_divides_it(string text, string written)
    {
        SystemdTimeSpan.TryParse(text, out var span).ShouldBeTrue();
        SystemdTimeSpan.Format(span).ShouldBe(written);
    }

    [Fact]
    public void Limits_without_a_word_of_complaint()
    {
        string[] memory = ["4G", "512M", "2048K", "1T", "1.5G", "1048576", "25%", "100%", "infinity"];
        string[] cpu = ["200%", "1%", "1000%"];
        string[] tasks = ["1", "512", "10%", "infinity"];
        foreach (var (key, texts) in new[] { ("memory", memory), ("cpu", cpu), ("tasks", tasks) })
        {
            foreach (var text in texts)
            {
                RosterText.ReadAgent($"limits: {{ {key}: {text} }}");
            }
        }

        var folder = Directory.CreateTempSubdirectory("mosaic-limits-");
        try
        {
            var unit = Path.Combine(folder.FullName, "limits.service");
            var limits = memory.Select(text => $"MemoryMax={text}").Concat(cpu.Select(text => $"CPUQuota={text}")).Concat(tasks.Select(text => $"TasksMax={text}"));
            File.WriteAllText(unit, $"[Service]\nExecStart=/bin/true\n{string.Join('\n', limits)}\n");
            Run("systemd-analyze", ["verify", "--man=no", "--recursive-errors=no", unit]).ShouldNotContain("limits.service");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SYSTEMD_COLORS"] = "0", ["LC_ALL"] = "C.UTF-8" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
