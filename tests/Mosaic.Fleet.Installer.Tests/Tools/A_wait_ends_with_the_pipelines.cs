using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary><c>ci-wait.sh</c>, with a stand-in for <c>pipeline-status.sh</c> at its side.</summary>
public sealed class A_wait_ends_with_the_pipelines : IClassFixture<InstalledTools>, IDisposable
{
    // A file a pipeline: its first line is what is printed now; the last stays.
    private const string PipelineStatus = """
        #!/usr/bin/env bash
        set -euo pipefail
        here=${0%/*}
        printf '%s\n' "$*" >>"$here/asked"
        mapfile -t answers <"$here/$4"
        if ((${#answers[@]} > 1)); then printf '%s\n' "${answers[@]:1}" >"$here/$4"; fi
        case ${answers[0]} in
          hangs) exec tail -f /dev/null ;;
          fails) echo 'the server is away' >&2 && exit 1 ;;
          '{'* | '<'*) printf '%s\n' "${answers[0]}" ;;
          *) printf '{"number":%s,"status":"%s"}\n' "$4" "${answers[0]}" ;;
        esac
        """;

    private readonly InstalledTools _tools;
    private readonly TemporaryFolder _folder = new();

    public A_wait_ends_with_the_pipelines(InstalledTools tools)
    {
        _tools = tools;
        File.Copy((tools.Home / ".config/mosaic/tools/woodpecker/ci-wait.sh").Value, (_folder.Path / "ci-wait.sh").Value);
        ExecutableFile.Write(_folder.Path / "pipeline-status.sh", PipelineStatus);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Asked => File.ReadAllLines((_folder.Path / "asked").Value);

    [Theory]
    [InlineData(0, "success")]
    [InlineData(1, "failure")]
    [InlineData(1, "error")]
    [InlineData(1, "killed")]
    [InlineData(1, "declined")]
    [InlineData(1, "blocked")]
    [InlineData(3, "pending")]
    [InlineData(3, "running")]
    [InlineData(3, "started")]
    [InlineData(3, "skipped")]
    [InlineData(3, "successful")]
    [InlineData(3, "fails")]
    [InlineData(3, "{}")]
    [InlineData(3, """{"status":null}""")]
    [InlineData(3, """{"status":{"success":1}}""")]
    [InlineData(3, "<html>success</html>")]
    [InlineData(0, "success", "success")]
    [InlineData(1, "success", "failure")]
    [InlineData(1, "failure", "success")]
    [InlineData(3, "success", "running")]
    [InlineData(3, "failure", "running")]
    [InlineData(3, "running", "failure")]
    [InlineData(3, "success", "fails")]
    [InlineData(1, "killed", "blocked", "success")]
    public void With_one_exit_status_for_all_of_them(int code, params string[] statuses) => Wait(statuses, "-t", "0").ShouldExit(code);

    [Theory]
    [InlineData]
    [InlineData("-r", "usc/stack")]
    [InlineData("-n", "1")]
    [InlineData("-r", "stack", "-n", "1")]
    [InlineData("-r", "usc/stack", "-n", "0")]
    [InlineData("-r", "usc/stack", "-n", "one")]
    [InlineData("-r", "usc/stack", "-n", "1", "-n", "")]
    [InlineData("-r", "usc/stack", "-n", "1", "-i", "0")]
    [InlineData("-r", "usc/stack", "-n", "1", "-t", "-1")]
    [InlineData("-r", "usc/stack", "-n", "1", "-t", "soon")]
    [InlineData("-r", "usc/stack", "-n", "1", "2")]
    [InlineData("-r", "usc/stack", "-n", "1", "-x")]
    public void Or_with_2_when_it_was_asked_in_another_way(params string[] words) =>
        _tools.Run(_folder.Path / "ci-wait.sh", words).ShouldExit(2).Output.ShouldBeEmpty();

    [Fact]
    public void And_says_how_each_has_ended()
    {
        Wait(["success", "failure", "running"], "-t", "0").Output.ShouldBe("1 success\n2 failure\n3 running\n");

        Asked.ShouldBe(["-r usc/stack -n 1 -f json", "-r usc/stack -n 2 -f json", "-r usc/stack -n 3 -f json"]);
    }

    [Fact]
    public void And_asks_again_for_those_that_have_not_ended_only()
    {
        Wait(["success", "pending\nrunning\nsuccess"], "-i", "1", "-t", "60").ShouldExit(0).Output.ShouldBe("1 success\n2 success\n");

        Asked.Count(words => words.Contains("-n 1", StringComparison.Ordinal)).ShouldBe(1);
        Asked.Count(words => words.Contains("-n 2", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void And_says_of_each_once_that_it_cannot_be_read()
    {
        var wait = Wait(["fails\n<html>\nfails\nsuccess", "success"], "-i", "1", "-t", "60").ShouldExit(0);

        wait.Error.Split('\n').Count(line => line.Contains("the status of pipeline 1 of usc/stack cannot be read", StringComparison.Ordinal)).ShouldBe(1);
        wait.Error.Split('\n').Count(line => line == "the server is away").ShouldBe(1);
        wait.Error.ShouldNotContain("pipeline 2");
    }

    [Fact]
    public void Or_with_the_time_whoever_hangs()
    {
        var clock = Stopwatch.StartNew();

        Wait(["hangs", "success"], "-t", "1").ShouldExit(3).Output.ShouldBe("1 unknown\n2 unknown\n");

        clock.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.98));
    }

    [Fact]
    public void And_looks_once_more_when_the_time_is_over() =>
        Wait(["running\nsuccess"], "-i", "600", "-t", "10").ShouldExit(0);

    [Fact]
    public void On_the_instance_that_is_named_or_that_the_owner_has()
    {
        // The commands beside a roster find it; these stand elsewhere, and find it by MOSAIC_HOME.
        _tools.Install("woodpecker: { instances: { main: { server: 'https://ci.example.com' }, lab: { server: 'https://lab.example.com' } }, owners: { Usc: main } }");
        var home = $"MOSAIC_HOME={(_tools.Home / ".config/mosaic").Value}";
        File.WriteAllText((_folder.Path / "1").Value, "success");

        _tools.Run(_folder.Path / "ci-wait.sh", home, "-r", "usc/stack", "-n", "1").ShouldExit(0);
        _tools.Run(_folder.Path / "ci-wait.sh", home, "-r", "usc/stack", "-n", "1", "-a", "lab").ShouldExit(0);
        _tools.Run(_folder.Path / "ci-wait.sh", home, "-r", "other/stack", "-n", "1").ShouldExit(0);
        _tools.Run(_folder.Path / "ci-wait.sh", home, "-r", "usc/stack", "-n", "1", "-a", "leb").ShouldExit(2).Error.ShouldContain("there is no instance 'leb'");
        _tools.Install();

        Asked.ShouldBe(["-r usc/stack -n 1 -a main -f json", "-r usc/stack -n 1 -a lab -f json", "-r other/stack -n 1 -f json"]);
    }

    private ScriptResult Wait(string[] statuses, params string[] words)
    {
        var numbers = Enumerable.Range(1, statuses.Length).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        foreach (var (number, status) in numbers.Zip(statuses))
        {
            File.WriteAllText((_folder.Path / number).Value, status);
        }

        return _tools.Run(_folder.Path / "ci-wait.sh", ["-r", "usc/stack", .. numbers.SelectMany(number => new[] { "-n", number }), .. words]);
    }
}
